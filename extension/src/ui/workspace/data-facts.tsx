import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { List, ThemeIcon } from '@mantine/core'
import { IconDeviceLaptop, IconMessageOff, IconShieldLock } from '@tabler/icons-react'

function Icon({ children }: { children: ReactNode }): ReactNode {
  return (
    <ThemeIcon variant="light" color="gray" size={24} aria-hidden>
      {children}
    </ThemeIcon>
  )
}

/** Where data live, in three sentences that are true of this build. */
export function DataFacts(): ReactNode {
  return (
    <List spacing="sm" c="dimmed">
      <List.Item icon={<Icon><IconDeviceLaptop size={16} /></Icon>}>
        <Trans>Everything is stored in this browser, on this device. Nothing is sent to a server.</Trans>
      </List.Item>
      <List.Item icon={<Icon><IconShieldLock size={16} /></Icon>}>
        <Trans>Removing Parley from the browser, or erasing the browser profile, erases it.</Trans>
      </List.Item>
      <List.Item icon={<Icon><IconMessageOff size={16} /></Icon>}>
        <Trans>Parley does not read or store your chats.</Trans>
      </List.Item>
    </List>
  )
}

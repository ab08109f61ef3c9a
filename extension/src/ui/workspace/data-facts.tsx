import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Group, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconDeviceLaptop, IconMessageOff, IconShieldLock, type Icon } from '@tabler/icons-react'

/** Where data live, in three sentences that are true of this build. */
export function DataFacts(): ReactNode {
  return (
    <Stack gap="sm">
      <Fact icon={IconDeviceLaptop}>
        <Trans>Everything is stored in this browser, on this device. Nothing is sent to a server.</Trans>
      </Fact>
      <Fact icon={IconShieldLock}>
        <Trans>Removing Parley from the browser, or erasing the browser profile, erases it.</Trans>
      </Fact>
      <Fact icon={IconMessageOff}>
        <Trans>Parley does not store your chats.</Trans>
      </Fact>
    </Stack>
  )
}

function Fact({ icon: Picture, children }: { icon: Icon; children: ReactNode }): ReactNode {
  return (
    <Group wrap="nowrap" gap="sm">
      <ThemeIcon variant="light" color="gray" size={28} aria-hidden>
        <Picture size={16} />
      </ThemeIcon>
      <Text c="dimmed">{children}</Text>
    </Group>
  )
}

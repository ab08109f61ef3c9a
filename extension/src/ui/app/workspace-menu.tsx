import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Menu, Text } from '@mantine/core'
import { IconBrandWhatsapp, IconChevronDown, IconSettings } from '@tabler/icons-react'
import { Link } from 'wouter'
import { WHATSAPP_URL } from '../kit/links.ts'
import { useWorkspace } from '../workspace/use-workspace.tsx'

/** Whose data these are, and the way to what is set for them. */
export function WorkspaceMenu(): ReactNode {
  const { name } = useWorkspace()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={14} />}>
          <Text span truncate maw={200} fw={600} dir="auto">
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Workspace on this device</Trans>
        </Menu.Label>
        <Menu.Item component={Link} href="/settings" leftSection={<IconSettings size={16} />}>
          <Trans>Settings</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={WHATSAPP_URL} target="_blank" leftSection={<IconBrandWhatsapp size={16} />}>
          <Trans>Open WhatsApp Web</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

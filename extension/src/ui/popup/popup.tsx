import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconBrandWhatsapp, IconExternalLink } from '@tabler/icons-react'
import { SentOf } from '../queue/campaign-line.tsx'
import { StopEverything } from '../queue/stop-everything.tsx'
import { isActive, useCampaigns } from '../queue/use-campaigns.ts'
import { WHATSAPP_URL, openApp } from '../kit/links.ts'
import { Logo } from '../kit/logo.tsx'
import { ParleyProvider } from '../kit/parley-provider.tsx'
import { useQuery } from '../kit/use-query.ts'

/** Behind the toolbar button: how things stand, and the two places to go. */
export function Popup(): ReactNode {
  return (
    <ParleyProvider>
      <Stack component="main" p="md" w={300} gap="sm">
        <Group gap="xs">
          <Logo size={22} />
          <Text component="h1" fw={650} size="lg" m={0}>
            Parley
          </Text>
        </Group>
        <StateLine />
        <RunningLine />
        <StopEverything fullWidth />
        <Button
          leftSection={<IconExternalLink size={16} />}
          onClick={() => {
            openApp()
          }}
        >
          <Trans>Open the app</Trans>
        </Button>
        <Button
          variant="default"
          leftSection={<IconBrandWhatsapp size={16} />}
          onClick={() => {
            window.open(WHATSAPP_URL, '_blank', 'noopener')
          }}
        >
          <Trans>Open WhatsApp Web</Trans>
        </Button>
      </Stack>
    </ParleyProvider>
  )
}

function StateLine(): ReactNode {
  const workspace = useQuery('workspace.state', {})
  if (workspace.state !== 'ready') return <Text c="dimmed">…</Text>
  if (workspace.value.kind === 'none')
    return (
      <Text c="dimmed">
        <Trans>No workspace on this device yet</Trans>
      </Text>
    )
  return <WorkspaceLine name={workspace.value.name} />
}

/** The campaign that runs, the latest if there are several. */
function RunningLine(): ReactNode {
  const campaigns = useCampaigns()
  const running = campaigns.state === 'ready' ? campaigns.value.findLast(isActive) : undefined
  if (!running) return null
  return (
    <div>
      <Text truncate fw={500}>
        <bdi>{running.name}</bdi>
      </Text>
      <SentOf campaign={running} />
    </div>
  )
}

function WorkspaceLine({ name }: { name: string }): ReactNode {
  const contacts = useQuery('contacts.page', { limit: 1 })
  return (
    <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      <bdi>{name}</bdi>
      {contacts.state === 'ready' && (
        <>
          {' · '}
          <Plural value={contacts.value.total} one="# contact" other="# contacts" />
        </>
      )}
    </Text>
  )
}

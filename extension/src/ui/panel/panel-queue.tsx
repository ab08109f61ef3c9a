import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Button, EmptyState, Group, Stack, Text, Title } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Pause } from '../campaigns/campaign-actions.tsx'
import type { CampaignSummary, SenderQueue } from '../../engine/calls.ts'
import { openApp } from '../kit/links.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useQuery } from '../kit/use-query.ts'
import { CampaignLine } from '../queue/campaign-line.tsx'
import { HeldNotice } from '../queue/held-notice.tsx'
import { LeftToday } from '../queue/left-today.tsx'
import { StopEverything } from '../queue/stop-everything.tsx'
import { isActive, isOpen, needsYou, useCampaigns } from '../queue/use-campaigns.ts'
import { whyWaiting } from '../queue/why-waiting.tsx'
import { useThisSender } from './use-this-sender.ts'

/** What the account of this WhatsApp Web sends, has left and waits for. */
export function PanelQueue(): ReactNode {
  const campaigns = useCampaigns()
  const sender = useThisSender()
  const queues = useQuery('queue.state', {})
  const account = sender.state === 'ready' ? sender.value?.account : undefined
  const queue = queues.state === 'ready' ? queues.value.find((one) => one.account === account) : undefined
  return (
    <QueryView query={campaigns}>
      {(list) => <Queue campaigns={list.filter((campaign) => campaign.sender === account)} queue={queue} />}
    </QueryView>
  )
}

interface QueueProps {
  readonly campaigns: readonly CampaignSummary[]
  readonly queue: SenderQueue | undefined
}

function Queue({ campaigns, queue }: QueueProps): ReactNode {
  const open = campaigns.filter(isOpen)
  const waiting = campaigns.filter(needsYou)
  return (
    <Stack>
      {queue?.held && (
        <HeldNotice held={queue.held}>
          <AppLink route="/queue">
            <Trans>Open the queue</Trans>
          </AppLink>
        </HeldNotice>
      )}
      {open.length + waiting.length === 0 && <NothingRuns />}
      {open.map((campaign) => (
        <OpenCampaign key={campaign.campaignId} campaign={campaign} />
      ))}
      <StopEverything fullWidth />
      {waiting.length > 0 && <NeedsYou campaigns={waiting} />}
      {queue && <LeftToday left={queue.leftToday} />}
    </Stack>
  )
}

function OpenCampaign({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const { campaignId, name } = campaign
  return (
    <Stack gap={6}>
      <CampaignLine campaign={campaign}>
        <AppLink route={`/campaigns/${campaignId}`}>{name}</AppLink>
      </CampaignLine>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {whyWaiting(campaign)}
        </Text>
        {isActive(campaign) && <Pause campaignId={campaignId} />}
      </Group>
    </Stack>
  )
}

function NeedsYou({ campaigns }: { campaigns: readonly CampaignSummary[] }): ReactNode {
  return (
    <Stack gap="xs">
      <Title order={2}>
        <Trans>Needs you</Trans>
      </Title>
      {campaigns.map(({ campaignId, name, counts }) => (
        <div key={campaignId}>
          <Text truncate>
            <bdi>{name}</bdi>
          </Text>
          <Group gap="md">
            {counts.uncertain > 0 && (
              <AppLink route={`/campaigns/${campaignId}/uncertain`}>
                <Plural value={counts.uncertain} one="# uncertain" other="# uncertain" />
              </AppLink>
            )}
            {counts.failed > 0 && (
              <AppLink route={`/campaigns/${campaignId}/failed`}>
                <Plural value={counts.failed} one="# failed" other="# failed" />
              </AppLink>
            )}
          </Group>
        </div>
      ))}
    </Stack>
  )
}

/** The panel is no place for lists: they open in the app. */
function AppLink({ route, children }: { route: string; children: ReactNode }): ReactNode {
  return (
    <Anchor
      component="button"
      truncate
      ta="start"
      dir="auto"
      onClick={() => {
        openApp(route)
      }}
    >
      {children}
    </Anchor>
  )
}

function NothingRuns(): ReactNode {
  return (
    <EmptyState
      py="xl"
      icon={<IconSend stroke={1.5} />}
      title={<Trans>Nothing is queued</Trans>}
      description={<Trans>Campaigns of this account show here while they run.</Trans>}
    >
      <EmptyState.Actions>
        <Button
          onClick={() => {
            openApp('/campaigns/new')
          }}
        >
          <Trans>New campaign</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

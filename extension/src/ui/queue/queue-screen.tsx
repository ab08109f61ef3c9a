import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState, Stack } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { CampaignSummary, SenderQueue } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useQuery } from '../kit/use-query.ts'
import { NeedsYou } from './needs-you.tsx'
import { SenderQueueCard } from './sender-queue-card.tsx'
import { needsYou, useCampaigns } from './use-campaigns.ts'

/** What waits for a person, and what each account sends, has left and waits for. */
export function QueueScreen(): ReactNode {
  const senders = useQuery('queue.state', {})
  const campaigns = useCampaigns()
  return (
    <Stack gap="md" p="md" maw={1080} mih="100%">
      <ScreenHeader title={<Trans>Queue</Trans>} />
      <QueryView query={senders}>
        {(queues) => (
          <QueryView query={campaigns}>
            {(list) =>
              queues.length === 0 && list.length === 0 ? <NothingQueued /> : <Queues queues={queues} campaigns={list} />
            }
          </QueryView>
        )}
      </QueryView>
    </Stack>
  )
}

interface QueuesProps {
  readonly queues: readonly SenderQueue[]
  readonly campaigns: readonly CampaignSummary[]
}

function Queues({ queues, campaigns }: QueuesProps): ReactNode {
  return (
    <>
      <NeedsYou campaigns={campaigns.filter(needsYou)} />
      {queues.map((queue) => (
        <SenderQueueCard
          key={queue.account}
          queue={queue}
          campaigns={campaigns.filter(({ sender }) => sender === queue.account)}
        />
      ))}
    </>
  )
}

function NothingQueued(): ReactNode {
  return (
    <EmptyState
      my="auto"
      variant="light"
      icon={<IconSend stroke={1.5} />}
      title={<Trans>Nothing is queued</Trans>}
      description={<Trans>What Parley sends, and why it waits, stands here as soon as there is a campaign.</Trans>}
    >
      <EmptyState.Actions>
        <Button component={Link} href="/campaigns/new">
          <Trans>New campaign</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

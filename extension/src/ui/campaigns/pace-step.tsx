import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Anchor, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Input, SenderQueue } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { LeftToday } from '../queue/left-today.tsx'
import { PacingWords } from '../workspace/pacing-words.tsx'
import { SettingsSection } from '../workspace/settings-section.tsx'
import { EndsAt } from './ends-at.tsx'

/** How fast it will go, how much of today is left, and when it will be over. */
export function PaceStep({ plan }: { plan: Input<'campaigns.review'> }): ReactNode {
  const pacing = useQuery('policy.pacing', {})
  const review = useKept(useQuery('campaigns.review', plan))
  const queues = useQuery('queue.state', {})
  return (
    <Stack>
      <SettingsSection
        title={<Trans>How fast</Trans>}
        note={<Trans>It starts as soon as you send it, and keeps to the pace of this workspace.</Trans>}
      >
        <QueryView query={pacing}>{({ policy }) => <PacingWords policy={policy} />}</QueryView>
        <Anchor component={Link} href="/settings/pacing">
          <Trans>Change the pace in Settings</Trans>
        </Anchor>
      </SettingsSection>
      <Paper withBorder p="md">
        <QueryView query={review}>
          {(value) => (
            <Stack>
              <EndsAt review={value} />
              {queues.state === 'ready' && <Today queues={queues.value} sender={value.sender} />}
            </Stack>
          )}
        </QueryView>
      </Paper>
    </Stack>
  )
}

function Today({ queues, sender }: { queues: readonly SenderQueue[]; sender: string | null }): ReactNode {
  const queue = queues.find(({ account }) => account === sender)
  if (queue) return <LeftToday left={queue.leftToday} />
  return (
    <Text c="dimmed">
      <Trans>What is left today is known once WhatsApp Web is open.</Trans>
    </Text>
  )
}

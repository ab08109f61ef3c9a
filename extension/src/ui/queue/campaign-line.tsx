import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Group, Stack, Text } from '@mantine/core'
import type { CampaignSummary } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { sentCount } from './place-look.ts'
import { ProgressBar } from './progress-bar.tsx'
import { StateBadge } from './state-badge.tsx'

interface Props {
  readonly campaign: CampaignSummary
  /** Its name, as what leads to it from here. */
  readonly children: ReactNode
}

/** One campaign that is not over. */
export function CampaignLine({ campaign, children }: Props): ReactNode {
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        {children}
        <StateBadge state={campaign.state} />
      </Group>
      <ProgressBar counts={campaign.counts} />
      <Group justify="space-between">
        <SentOf campaign={campaign} />
        <TimeLeft campaign={campaign} />
      </Group>
    </Stack>
  )
}

/** "80 of 236 sent": of those who are to get it. */
export function SentOf({ campaign: { counts } }: { campaign: CampaignSummary }): ReactNode {
  const { number } = useFormats()
  const [sent, all] = [number(sentCount(counts)), number(counts.total - counts.skipped)]
  return (
    <Text c="dimmed" data-numbers>
      <Trans>
        {sent} of {all} sent
      </Trans>
    </Text>
  )
}

/** How long it takes at this pace; nothing while that is not known. */
export function TimeLeft({ campaign: { secondsLeft } }: { campaign: CampaignSummary }): ReactNode {
  const { duration } = useFormats()
  if (secondsLeft === null || secondsLeft === 0) return null
  const time = duration(1000 * secondsLeft)
  return (
    <Text c="dimmed" data-numbers>
      <Trans>About {time} left</Trans>
    </Text>
  )
}

import type { ReactNode } from 'react'
import { Group, Text } from '@mantine/core'
import type { Place } from '@parley/shared/queue'
import type { CampaignDetail } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useReasonText } from '../queue/queue-words.tsx'

interface Props {
  readonly campaign: CampaignDetail
  readonly place: Place | undefined
}

/** Why the messages of this place stand there, by reason; their numbers sum to the place's. */
export function ReasonCounts({ campaign, place }: Props): ReactNode {
  const reasonText = useReasonText()
  const { number } = useFormats()
  const reasons = campaign.reasons.filter((counted) => counted.place === place && counted.count > 0)
  if (reasons.length === 0) return null
  return (
    <Group gap="lg">
      {reasons.map(({ place: at, reason, count }) => (
        <Text key={reason} data-numbers>
          <strong>{number(count)}</strong> {reasonText(at, reason)}
        </Text>
      ))}
    </Group>
  )
}

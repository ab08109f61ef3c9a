import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Group, Paper, Stack } from '@mantine/core'
import type { CampaignReview } from '../../engine/calls.ts'
import { Count } from '../kit/count.tsx'
import { EndsAt } from './ends-at.tsx'

/** Recipients = those who get it + those left out. */
export function ReviewCounts({ review }: { review: CampaignReview }): ReactNode {
  const { recipients, included } = review
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Group gap="xl" align="start">
          <Count value={recipients} label={<Plural value={recipients} one="recipient" other="recipients" />} />
          <Count value={included} label={<Plural value={included} one="gets it" other="get it" />} />
          <Count value={recipients - included} label={<Trans>left out</Trans>} />
        </Group>
        <EndsAt review={review} />
      </Stack>
    </Paper>
  )
}

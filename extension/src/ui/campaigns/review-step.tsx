import type { ReactNode } from 'react'
import { Stack } from '@mantine/core'
import type { CampaignReview, Input } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { ExcludedList } from './excluded-list.tsx'
import { ReviewCounts } from './review-counts.tsx'
import { SampleList } from './sample-list.tsx'
import { StartCampaign } from './start-campaign.tsx'

/** The last look before anything is queued: who gets it and who does not, what they read, from which account, until when. */
export function ReviewStep({ plan }: { plan: Input<'campaigns.review'> }): ReactNode {
  const review = useKept(useQuery('campaigns.review', plan))
  return <QueryView query={review}>{(value) => <Review plan={plan} review={value} />}</QueryView>
}

function Review({ plan, review }: { plan: Input<'campaigns.review'>; review: CampaignReview }): ReactNode {
  return (
    <Stack>
      <ReviewCounts review={review} />
      {review.excluded.length > 0 && <ExcludedList excluded={review.excluded} />}
      {review.samples.length > 0 && <SampleList samples={review.samples} />}
      <StartCampaign plan={plan} review={review} />
    </Stack>
  )
}

import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { CampaignReview } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'

/** When a campaign started now would be over at this pace, and what makes it slow. */
export function EndsAt({ review: { secondsNeeded, included, cold } }: { review: CampaignReview }): ReactNode {
  if (included === 0) return null
  return (
    <div>
      {secondsNeeded === null ? <NeverEnds /> : <Ends seconds={secondsNeeded} />}
      {cold > 0 && (
        <Text c="dimmed" data-numbers>
          <Plural
            value={cold}
            one="# of them has not written in the last 30 days and goes by the smaller number a day."
            other="# of them have not written in the last 30 days and go by the smaller number a day."
          />
        </Text>
      )}
    </div>
  )
}

function Ends({ seconds }: { seconds: number }): ReactNode {
  const { duration, until } = useFormats()
  // eslint-disable-next-line react-hooks/purity -- a forecast counts from the moment it is read
  const [time, end] = [duration(1000 * seconds), until(Date.now() + 1000 * seconds)]
  return (
    <Text data-numbers>
      <Trans>
        Takes about {time}: over by {end} if it starts now and WhatsApp Web stays open.
      </Trans>
    </Text>
  )
}

function NeverEnds(): ReactNode {
  return (
    <Text>
      <Trans>
        At this pace it would never be over.{' '}
        <Anchor component={Link} href="/settings/pacing">
          Change the pace in Settings
        </Anchor>
      </Trans>
    </Text>
  )
}

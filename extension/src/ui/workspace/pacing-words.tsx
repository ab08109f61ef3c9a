import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { List } from '@mantine/core'
import type { PacingPolicy } from '@parley/shared/queue'
import { useFormats } from '../kit/use-formats.ts'
import { isRun, WEEK } from './week.ts'

/** A pace in sentences. */
export function PacingWords({ policy }: { policy: PacingPolicy }): ReactNode {
  const { warmPerDay, coldPerDay, unanswered } = policy
  return (
    <List spacing={4}>
      <List.Item>
        <SpacingWords spacing={policy.spacing} />
      </List.Item>
      <List.Item>
        <Plural
          value={warmPerDay}
          one="At most # message a day to people who wrote in the last 30 days"
          other="At most # messages a day to people who wrote in the last 30 days"
        />
      </List.Item>
      <List.Item>
        {coldPerDay === 0 ? (
          <Trans>Nothing to anyone else</Trans>
        ) : (
          <Plural
            value={coldPerDay}
            one="At most # message a day to everyone else"
            other="At most # messages a day to everyone else"
          />
        )}
      </List.Item>
      <List.Item>
        <Plural
          value={unanswered}
          one="No second message to somebody who has not answered the first"
          other="No more than # messages in a row to somebody who does not answer"
        />
      </List.Item>
      <List.Item>
        <HoursWords hours={policy.hours} />
      </List.Item>
    </List>
  )
}

function SpacingWords({ spacing }: { spacing: PacingPolicy['spacing'] }): ReactNode {
  const { number } = useFormats()
  const [least, most] = [number(spacing.least / 1000), number(spacing.most / 1000)]
  if (least === most) return <Trans>A message every {least} seconds</Trans>
  return (
    <Trans>
      A message every {least} to {most} seconds
    </Trans>
  )
}

function HoursWords({ hours }: { hours: PacingPolicy['hours'] }): ReactNode {
  const { timeOfDay } = useFormats()
  if (!hours) return <Trans>At any time of day, on any day</Trans>
  const [from, to] = [timeOfDay(hours.from), timeOfDay(hours.to)]
  return (
    <>
      <DaysWords days={hours.days} />,{' '}
      <Trans>
        {from} to {to} where the person’s number is from
      </Trans>
    </>
  )
}

function DaysWords({ days }: { days: readonly number[] }): ReactNode {
  const { weekday, list } = useFormats()
  const sorted = WEEK.filter((day) => days.includes(day))
  const names = sorted.map(weekday)
  const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
  if (days.length === 7) return <Trans>Every day</Trans>
  if (!isRun(sorted)) return list(names)
  return (
    <Trans>
      {first} to {last}
    </Trans>
  )
}

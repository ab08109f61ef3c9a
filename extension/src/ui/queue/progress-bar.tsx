import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react'
import { Progress } from '@mantine/core'
import type { QueueCounts } from '@parley/shared/queue'
import { useFormats } from '../kit/use-formats.ts'
import { PLACE_LOOK, takenPlaces } from './place-look.ts'
import { PLACE_WORDS } from './queue-words.tsx'

interface Props {
  readonly counts: QueueCounts
  readonly size?: 'sm' | 'md' | 'lg'
}

/** One bar of all messages by where they stand; read aloud it is the same list of numbers. */
export function ProgressBar({ counts, size = 'md' }: Props): ReactNode {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const places = takenPlaces(counts)
  const words = places.map((place) => `${i18n._(PLACE_WORDS[place])} ${number(counts[place])}`)
  return (
    <Progress.Root size={size} role="img" aria-label={words.join(', ')}>
      {places.map((place) => {
        const { fill } = PLACE_LOOK[place]
        if (fill === undefined) return null
        return (
          <Progress.Section
            key={place}
            withAria={false}
            color={fill}
            value={(100 * counts[place]) / Math.max(1, counts.total)}
          />
        )
      })}
    </Progress.Root>
  )
}

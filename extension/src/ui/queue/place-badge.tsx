import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react'
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconChecks,
  IconEye,
  IconHelpCircle,
  IconHourglass,
  IconUserCheck,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react'
import type { Place } from '@parley/shared/queue'
import { PLACE_LOOK } from './place-look.ts'
import { PLACE_WORDS } from './queue-words.tsx'

const PICTURES: Readonly<Record<Place, Icon>> = {
  waiting: IconHourglass,
  uncertain: IconHelpCircle,
  sent: IconCheck,
  sentByWord: IconUserCheck,
  delivered: IconChecks,
  read: IconEye,
  played: IconEye,
  failed: IconAlertTriangle,
  skipped: IconUserOff,
  cancelled: IconBan,
  unreadable: IconHelpCircle,
}

/** Where a message stands, with icon and word. */
export function PlaceBadge({ place }: { place: Place }): ReactNode {
  const { i18n } = useLingui()
  const Picture = PICTURES[place]
  return (
    <Badge color={PLACE_LOOK[place].color} leftSection={<Picture size={12} />}>
      {i18n._(PLACE_WORDS[place])}
    </Badge>
  )
}

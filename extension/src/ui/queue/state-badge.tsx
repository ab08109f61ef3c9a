import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react'
import { Badge } from '@mantine/core'
import {
  IconBan,
  IconCheck,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconSettingsAutomation,
  type Icon,
} from '@tabler/icons-react'
import type { CampaignState } from '../../engine/calls.ts'
import { STATE_WORDS } from './queue-words.tsx'

const LOOK: Readonly<Record<CampaignState, readonly [color: string, picture: Icon]>> = {
  preparing: ['indigo', IconSettingsAutomation],
  running: ['indigo', IconPlayerPlay],
  waiting: ['yellow', IconHourglass],
  paused: ['gray', IconPlayerPause],
  stopping: ['gray', IconBan],
  stopped: ['gray', IconBan],
  done: ['teal', IconCheck],
}

/** How a campaign stands, with icon and word. */
export function StateBadge({ state }: { state: CampaignState }): ReactNode {
  const { i18n } = useLingui()
  const [color, Picture] = LOOK[state]
  return (
    <Badge color={color} leftSection={<Picture size={12} />}>
      {i18n._(STATE_WORDS[state])}
    </Badge>
  )
}

import type { ReactNode } from 'react'
import { Plural } from '@lingui/react/macro'
import type { CampaignSummary } from '../../engine/calls.ts'
import { WaitingText } from './waiting-text.tsx'

/** Why a campaign that may send does not; undefined for one that sends, or may not. */
export function whyWaiting({ state, waiting, counts }: CampaignSummary): ReactNode {
  if (state !== 'waiting') return undefined
  if (waiting) return <WaitingText waiting={waiting} />
  return (
    <Plural
      value={counts.uncertain}
      one="Waiting for your word on # message that may have been sent"
      other="Waiting for your word on # messages that may have been sent"
    />
  )
}

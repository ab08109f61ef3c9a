import type { CampaignId, E164 } from '@parley/shared/ids'
import type { SenderQueue, Waiting } from '../calls.ts'

/** What the runner is doing with one account. */
export type SenderView = Pick<SenderQueue, 'running' | 'waiting' | 'leftToday' | 'held'>

/** What the runner is doing, for the screens. */
export interface RunnerView {
  /** Why nothing of it is sent at this moment. */
  waiting(campaign: CampaignId): Waiting | undefined
  senderState(account: E164): SenderView
  /** When a person with these addresses last wrote to the account, ms since 1970, as far as this device has seen it. */
  lastInbound(account: E164, addresses: readonly string[]): number | undefined
  onChange(listener: () => void): () => void
}

import type {
  FailReason,
  PacingPolicy,
  PacingReason,
  Place,
  QueueCounts,
  SkipReason,
  UncertainReason,
  WaitReason,
} from '@parley/shared/queue'
import type { RenderProblem } from '@parley/shared/templates'

/** What the engine answers about campaigns and the queue. Times are ms since 1970. */

/** Whom a campaign is for. `operation`: everyone an import created or filled. */
export type Audience = { kind: 'everyone' } | { kind: 'tag'; tagId: string } | { kind: 'operation'; opId: string }

export interface Pacing {
  policy: PacingPolicy
  /** Nobody has set anything: the defaults hold. */
  isDefault: boolean
  changedAt: number | null
  changedBy: string | null
}

export interface Notice {
  acknowledged: { at: number; by: string } | null
}

/** What a person sees before anything is queued. `included` + the sum of `excluded` = `recipients`. */
export interface CampaignReview {
  recipients: number
  included: number
  excluded: Excluded[]
  samples: Sample[]
  /** From the first to the last message at this pace, hours and caps included; null: not at this pace. */
  secondsNeeded: number | null
  /** How many of `included` have not written in the last 30 days. */
  cold: number
  /** The account it would go out from: the only one connected, or the one asked for. */
  sender: string | null
  /** Everyone who could send, E.164. */
  senders: string[]
}

export interface Excluded {
  reason: SkipReason
  count: number
  /** The first 20. */
  contacts: { contactId: string; name: string; problem?: RenderProblem }[]
}

export interface Sample {
  contactId: string
  name: string
  text: string
  kind: 'longest' | 'emptiest' | 'random'
}

/**
 * `preparing`: its messages are on their way into the queue. `waiting` without a reason: for a person's word about
 * uncertain messages. `stopping`: cancelled, and messages still wait to be ended.
 */
export type CampaignState = 'preparing' | 'running' | 'waiting' | 'paused' | 'stopping' | 'stopped' | 'done'

/** Why nothing is sent at this moment although it may; `until` when it is known. */
export interface Waiting {
  reason: WaitReason | PacingReason
  until?: number
  /** What is missing in WhatsApp, for `missing`. */
  missing?: string[]
}

export interface CampaignSummary {
  campaignId: string
  name: string
  template: string
  version: number
  sender: string
  state: CampaignState
  waiting?: Waiting
  /** The members but `total` add up to it. */
  counts: QueueCounts
  at: number
  by: string
  /** At this pace; null when it is not known. */
  secondsLeft: number | null
}

export interface CampaignDetail extends CampaignSummary {
  body: string
  reasons: CountedReason[]
}

export interface CountedReason {
  place: 'skipped' | 'failed' | 'uncertain'
  reason: SkipReason | FailReason | UncertainReason
  count: number
}

export interface CampaignMessage {
  messageId: string
  contactId: string
  name: string
  /** The first address, as a rule E.164. */
  to: string
  text: string
  place: Place
  reason: SkipReason | FailReason | UncertainReason | null
  /** When it got there; null while it is queued. */
  at: number | null
  /** A person may decide about it. */
  decidable: boolean
}

export interface SenderQueue {
  account: string
  /** A page of this account is connected. */
  connected: boolean
  /** Messages that may still be sent. */
  waitingMessages: number
  running: number
  waiting?: Waiting
  leftToday: { warm: number; cold: number }
  /** Held until a person says so: WhatsApp answered 463, or the clock jumped. */
  held: 'reach-out' | 'clock-jump' | null
}

import type { PacingReason, WaitReason } from '@parley/shared/queue'
import type { Waiting } from '../calls.ts'

/** Why a message is not handed over now, and when to ask again: `until` ms since 1970, without it when something happened. */
export interface Hold {
  readonly reason: WaitReason | PacingReason | 'paused'
  readonly until?: number
}

/** These are about the sender: no other message of it can go either. */
const OF_THE_SENDER: ReadonlySet<Hold['reason']> = new Set([
  'no-lease',
  'held',
  'catching-up',
  'no-page',
  'account',
  'stream',
  'not-synced',
  'missing',
  'no-look-up',
  'limits-unknown',
  'spacing',
])

export function isOfTheSender({ reason }: Hold): boolean {
  return OF_THE_SENDER.has(reason)
}

/** When to ask again where nothing tells us: the page answers a query late, or has stopped answering. */
const ASK_AGAIN_MS: Partial<Record<Hold['reason'], number>> = {
  running: 2_000,
  'no-look-up': 10_000,
  'not-resolved': 60_000,
  'limits-unknown': 10_000,
  timelock: 5 * 60_000,
  cap: 5 * 60_000,
  warning: 5 * 60_000,
}

export function askAgainAt(hold: Hold, now: number): number {
  return hold.until ?? now + (ASK_AGAIN_MS[hold.reason] ?? Infinity)
}

/** Waits this short are the pace itself, not something to tell a person. */
const SHORT_MS = 60_000

/** As the screens tell it. `missing` names what WhatsApp lacks. */
export function shownHold(hold: Hold | undefined, now: number, missing: readonly string[]): Waiting | undefined {
  if (!hold || hold.reason === 'paused' || hold.reason === 'running') return undefined
  const { reason, until } = hold
  if (reason === 'spacing' && until !== undefined && until - now < SHORT_MS) return undefined
  return {
    reason,
    ...(until === undefined ? {} : { until }),
    ...(reason === 'missing' ? { missing: [...missing] } : {}),
  }
}

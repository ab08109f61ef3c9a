import { openInAll, type BusinessHours } from './business-hours.ts'

/** How fast a sender may send. Users tighten it, only an admin loosens it. */
export interface PacingPolicy {
  /** ms between two dispatches; which value in between is up to the jitter given. */
  readonly spacing: { readonly least: number; readonly most: number }
  /** Dispatches in any 24 hours to people who wrote in the last 30 days, and to others. */
  readonly warmPerDay: number
  readonly coldPerDay: number
  /** Messages of any origin since the person last wrote. */
  readonly unanswered: number
  /** undefined: at any time. */
  readonly hours: BusinessHours | undefined
}

/** What is sure to be kept when nobody has set anything: slow, few strangers, by day. */
export const DEFAULT_PACING: PacingPolicy = {
  spacing: { least: 8_000, most: 20_000 },
  warmPerDay: 200,
  coldPerDay: 20,
  unanswered: 2,
  hours: { days: [1, 2, 3, 4, 5, 6], from: 9 * 60, to: 20 * 60 },
}

/** One unit of a budget spent: a dispatch, or one of those counted as spent by a forced take-over. */
export interface Spent {
  readonly at: number
  readonly cold: boolean
}

/** What WhatsApp itself says about reaching this chat (see the page's `policy`). */
export interface WhatsAppLimits {
  readonly timelocked: boolean
  readonly timelockAllows: boolean
  readonly warned: boolean
  readonly capped: boolean
  readonly capAllows: boolean
}

export interface PacingFacts {
  /** Of this sender, in any order; those older than 24 hours do not matter. */
  readonly spent: readonly Spent[]
  /** When this person last wrote; undefined: never. */
  readonly lastInbound: number | undefined
  /** Messages to this person since, Parley's and others'. */
  readonly unanswered: number
  /** IANA zones the recipient may live in: the hours have to be open in each. */
  readonly timeZones: readonly string[]
  /** undefined: could not be read, so nothing is sent. */
  readonly limits: WhatsAppLimits | undefined
  /** WhatsApp answered a cold message with 463 at this time and nobody has lifted the stop since. */
  readonly reachOutAt: number | undefined
  /** The clock jumped by more than 5 minutes (see `engineTime`) and nobody has confirmed it. */
  readonly clockJumped: boolean
  /** The message was queued for a time to come. */
  readonly scheduled: boolean
}

export type PacingReason =
  | 'limits-unknown'
  | 'timelock'
  | 'cap'
  | 'warning'
  | 'reach-out'
  | 'clock-jump'
  | 'unanswered'
  | 'cold-off'
  | 'warm-budget'
  | 'cold-budget'
  | 'hours'
  | 'spacing'

/** `until`: when to ask again; without it, something has to happen first. */
export type Pace =
  | { readonly go: true; readonly cold: boolean }
  | { readonly go: false; readonly reason: PacingReason; readonly until?: number }

const DAY = 24 * 60 * 60_000
const WARM_MS = 30 * DAY

/**
 * Whether one message may be dispatched now. Of several reasons the one that lasts longest is of no use to a person:
 * the first in the order of `PacingReason` is given, limits of WhatsApp before our own, budgets before minutes.
 *
 * @param jitter 0 to 1, drawn once for each dispatch: where between least and most the spacing is.
 */
export function nextDispatch(facts: PacingFacts, policy: PacingPolicy, now: number, jitter: number): Pace {
  const cold = isCold(facts.lastInbound, now)
  return (
    whatsAppSays(facts, cold) ??
    (facts.clockJumped && (cold || facts.scheduled) ? hold('clock-jump') : undefined) ??
    (facts.unanswered >= policy.unanswered ? hold('unanswered') : undefined) ??
    budget(facts.spent, cold, policy, now) ??
    hours(facts.timeZones, policy, now) ??
    spacing(facts.spent, policy, now, jitter) ?? { go: true, cold }
  )
}

/** Whether a message to a person who last wrote then (undefined: never) counts as one to a stranger. */
export function isCold(lastInbound: number | undefined, now: number): boolean {
  return lastInbound === undefined || now - lastInbound > WARM_MS
}

/** How much of the budgets is left now, for screens and for a take-over, which counts all of it as spent. */
export function budgetLeft(
  spent: readonly Spent[],
  policy: PacingPolicy,
  now: number,
): { readonly warm: number; readonly cold: number } {
  const used = (cold: boolean): number => spent.filter((unit) => unit.cold === cold && unit.at > now - DAY).length
  return {
    warm: Math.max(0, policy.warmPerDay - used(false)),
    cold: Math.max(0, policy.coldPerDay - used(true)),
  }
}

function whatsAppSays({ limits, reachOutAt }: PacingFacts, cold: boolean): Pace | undefined {
  if (!limits) return hold('limits-unknown')
  if (limits.timelocked && !limits.timelockAllows) return hold('timelock')
  if (limits.capped && !limits.capAllows) return hold('cap')
  if (!cold) return undefined
  if (limits.timelocked) return hold('timelock')
  if (limits.capped) return hold('cap')
  if (limits.warned) return hold('warning')
  return reachOutAt === undefined ? undefined : hold('reach-out')
}

function budget(spent: readonly Spent[], cold: boolean, policy: PacingPolicy, now: number): Pace | undefined {
  const cap = cold ? policy.coldPerDay : policy.warmPerDay
  if (cap <= 0) return hold(cold ? 'cold-off' : 'warm-budget')
  const times = spent.filter((unit) => unit.cold === cold && unit.at > now - DAY).map(({ at }) => at)
  if (times.length < cap) return undefined
  // Room is made when all but cap − 1 of them have left the window.
  const leaving = times.sort((a, b) => a - b)[times.length - cap] ?? now
  return hold(cold ? 'cold-budget' : 'warm-budget', leaving + DAY)
}

function hours(timeZones: readonly string[], policy: PacingPolicy, now: number): Pace | undefined {
  if (!policy.hours) return undefined
  const opening = openInAll(policy.hours, timeZones, now)
  return opening === now ? undefined : hold('hours', opening)
}

function spacing(
  spent: readonly Spent[],
  { spacing: { least, most } }: PacingPolicy,
  now: number,
  jitter: number,
): Pace | undefined {
  const last = spent.reduce((latest, { at }) => Math.max(latest, at), -Infinity)
  const next = last + least + jitter * Math.max(0, most - least)
  return next > now ? hold('spacing', next) : undefined
}

function hold(reason: PacingReason, until?: number): Pace {
  return { go: false, reason, ...(until === undefined ? {} : { until }) }
}

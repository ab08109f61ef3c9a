import type { PacingPolicy } from './pacing.ts'

/** How many messages, or units of a budget: to people who wrote in the last 30 days, and to others. */
export interface WarmAndCold {
  readonly warm: number
  readonly cold: number
}

const DAY_SECONDS = 24 * 60 * 60
const WEEK = 7

/**
 * About how long it takes from the first to the last of these messages: a day holds what spacing, opening hours and
 * the daily caps let through, closed days are spread over the week. undefined: never at this pace.
 *
 * @param left what is left of the caps today.
 * @returns seconds.
 */
export function estimateSeconds(
  policy: PacingPolicy,
  { warm, cold }: WarmAndCold,
  left: WarmAndCold = { warm: policy.warmPerDay, cold: policy.coldPerDay },
): number | undefined {
  const openDays = policy.hours ? new Set(policy.hours.days).size : WEEK
  const never = openDays === 0 || (warm > 0 && policy.warmPerDay === 0) || (cold > 0 && policy.coldPerDay === 0)
  if (never) return undefined
  const gap = (policy.spacing.least + policy.spacing.most) / 2 / 1000
  const aDay = Math.max(1, Math.floor(openSeconds(policy) / gap))
  let waiting: WarmAndCold = { warm, cold }
  let budget = left
  for (let days = 0; ; days++) {
    const warmSent = Math.min(waiting.warm, budget.warm, aDay)
    const coldSent = Math.min(waiting.cold, budget.cold, aDay - warmSent)
    waiting = { warm: waiting.warm - warmSent, cold: waiting.cold - coldSent }
    if (waiting.warm + waiting.cold === 0)
      return Math.round((days * DAY_SECONDS * WEEK) / openDays + Math.max(0, warmSent + coldSent - 1) * gap)
    budget = { warm: policy.warmPerDay, cold: policy.coldPerDay }
  }
}

function openSeconds({ hours }: PacingPolicy): number {
  return hours ? (hours.to - hours.from) * 60 : DAY_SECONDS
}

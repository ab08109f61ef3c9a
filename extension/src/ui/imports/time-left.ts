/** How far something was at a moment (ms since 1970). */
export interface Mark {
  readonly at: number
  readonly done: number
}

/** Below this much observed time a forecast is a guess. */
const ENOUGH_MS = 2_000

/** Remaining ms at the pace from `first` to `now`; undefined while too little was seen to say. */
export function timeLeft(first: Mark, now: Mark, total: number): number | undefined {
  const [spent, moved] = [now.at - first.at, now.done - first.done]
  if (spent < ENOUGH_MS || moved <= 0) return undefined
  return ((total - now.done) * spent) / moved
}

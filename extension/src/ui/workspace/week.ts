/** The days of a week from Monday on, 0 being Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** At least three days, each the day after the one before. */
export function isRun(days: readonly number[]): boolean {
  return days.length > 2 && days.every((day, at) => at === 0 || day === ((days[at - 1] ?? 0) + 1) % 7)
}

import { DEFAULT_PACING, type BusinessHours, type PacingPolicy } from '@parley/shared/queue'
import type { Input } from '../../engine/calls.ts'

/** The pace as it stands in the fields of a form: seconds and messages may be half typed, times are `hh:mm`. */
export interface PacingForm {
  readonly least: number | string
  readonly most: number | string
  readonly warm: number | string
  readonly cold: number | string
  readonly unanswered: number | string
  /** At any time, whatever the hours say. */
  readonly always: boolean
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

export type PacingProblem = 'seconds' | 'most-below-least' | 'per-day' | 'unanswered' | 'no-day' | 'ends-before-start'
export type PacingProblems = Partial<Record<keyof PacingForm, PacingProblem>>
export type ReadPacing = { ok: true; policy: Input<'policy.setPacing'> } | { ok: false; problems: PacingProblems }

const MOST_SECONDS = 3_600
const MOST_PER_DAY = 100_000
const MOST_UNANSWERED = 100
const DAY = 1440

export function pacingForm({ spacing, warmPerDay, coldPerDay, unanswered, hours }: PacingPolicy): PacingForm {
  const shown = hours ?? DEFAULT_PACING.hours
  return {
    least: spacing.least / 1000,
    most: spacing.most / 1000,
    warm: warmPerDay,
    cold: coldPerDay,
    unanswered,
    always: hours === undefined,
    days: shown?.days ?? [],
    from: clockTime(shown?.from ?? 0),
    to: clockTime(shown?.to ?? DAY),
  }
}

/** What the engine takes, or which fields are wrong. */
export function readPacing(form: PacingForm): ReadPacing {
  const problems = problemsOf(form)
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const policy = {
    spacing: { least: Math.round(1000 * Number(form.least)), most: Math.round(1000 * Number(form.most)) },
    warmPerDay: Number(form.warm),
    coldPerDay: Number(form.cold),
    unanswered: Number(form.unanswered),
  }
  return { ok: true, policy: form.always ? policy : { ...policy, hours: hoursOf(form) } }
}

function problemsOf(form: PacingForm): PacingProblems {
  const { least, most, warm, cold, unanswered, always, days } = form
  const { from, to } = hoursOf(form)
  return {
    ...(!isWithin(least, 0, MOST_SECONDS) && { least: 'seconds' }),
    ...(!isWithin(most, 0, MOST_SECONDS) && { most: 'seconds' }),
    ...(isWithin(most, 0, MOST_SECONDS) && Number(most) < Number(least) && { most: 'most-below-least' }),
    ...(!isWhole(warm, 0, MOST_PER_DAY) && { warm: 'per-day' }),
    ...(!isWhole(cold, 0, MOST_PER_DAY) && { cold: 'per-day' }),
    ...(!isWhole(unanswered, 1, MOST_UNANSWERED) && { unanswered: 'unanswered' }),
    ...(!always && days.length === 0 && { days: 'no-day' }),
    ...(!always && !(from < to) && { to: 'ends-before-start' }),
  }
}

export type Loosening = 'spacing' | 'warm' | 'cold' | 'unanswered' | 'hours'

/** In what a policy allows more than the one that holds while nobody has set anything. */
export function looserThanDefault({ spacing, warmPerDay, coldPerDay, unanswered, hours }: PacingPolicy): Loosening[] {
  const usual = DEFAULT_PACING
  return [
    ...(spacing.least < usual.spacing.least || spacing.most < usual.spacing.most ? (['spacing'] as const) : []),
    ...(warmPerDay > usual.warmPerDay ? (['warm'] as const) : []),
    ...(coldPerDay > usual.coldPerDay ? (['cold'] as const) : []),
    ...(unanswered > usual.unanswered ? (['unanswered'] as const) : []),
    ...(usual.hours && isLonger(hours, usual.hours) ? (['hours'] as const) : []),
  ]
}

function isLonger(hours: BusinessHours | undefined, usual: BusinessHours): boolean {
  if (!hours) return true
  return hours.from < usual.from || hours.to > usual.to || hours.days.some((day) => !usual.days.includes(day))
}

function hoursOf({ days, from, to }: PacingForm): { days: number[]; from: number; to: number } {
  // 00:00 as an end is the end of the day.
  return { days: days.toSorted(), from: minutesOf(from), to: minutesOf(to) || DAY }
}

function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** NaN for an empty field. */
function minutesOf(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number)
  return 60 * hours + minutes
}

function isWithin(value: number | string, least: number, most: number): boolean {
  return value !== '' && Number(value) >= least && Number(value) <= most
}

function isWhole(value: number | string, least: number, most: number): boolean {
  return isWithin(value, least, most) && Number.isInteger(Number(value))
}

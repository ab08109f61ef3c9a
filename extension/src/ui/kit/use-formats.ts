import { useLingui } from '@lingui/react'

export interface Formats {
  readonly number: (value: number) => string
  readonly percent: (fraction: number) => string
  /** Bytes in the unit a person would choose. */
  readonly bytes: (value: number) => string
  /** A moment in ms since 1970, as date and time. */
  readonly moment: (at: number) => string
  /** A moment in ms since 1970, as a date. */
  readonly date: (at: number) => string
  /** A remaining time in ms, rounded up to the unit a person would choose, from seconds to days. */
  readonly duration: (ms: number) => string
  /** A moment to come: its time today, with the weekday within six days, else with the date. */
  readonly until: (at: number) => string
  /** A time of day in minutes since midnight. */
  readonly timeOfDay: (minutes: number) => string
  /** The name of a day of the week, 0 Sunday to 6 Saturday. */
  readonly weekday: (day: number) => string
  /** Words in a row: "a, b and c". */
  readonly list: (words: readonly string[]) => string
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function bytesIn(locale: string, value: number): string {
  const step = value < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3))
  const options = {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  } as const
  return new Intl.NumberFormat(locale, options).format(value / 1000 ** step)
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The last unit of which there are at least two minutes, hours or days: 90 minutes say more than 2 hours. */
function durationIn(locale: string, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const [size, unit] =
    seconds < MINUTE
      ? [1, 'second']
      : seconds < 2 * HOUR
        ? [MINUTE, 'minute']
        : seconds < 2 * DAY
          ? [HOUR, 'hour']
          : [DAY, 'day']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / size))
}

function untilIn(locale: string, at: number, now: number): string {
  const [day, today] = [new Date(at).setHours(0, 0, 0, 0), new Date(now).setHours(0, 0, 0, 0)]
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const near = Math.round((day - today) / (1000 * DAY))
  if (near === 0) return new Intl.DateTimeFormat(locale, time).format(at)
  if (near > 0 && near < 7) return new Intl.DateTimeFormat(locale, { ...time, weekday: 'long' }).format(at)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

export function formatsIn(locale: string, now: () => number = Date.now): Formats {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const timeOfDay = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value) => number.format(value),
    percent: (fraction) => percent.format(fraction),
    bytes: (value) => bytesIn(locale, value),
    moment: (at) => moment.format(at),
    date: (at) => date.format(at),
    duration: (ms) => durationIn(locale, ms),
    until: (at) => untilIn(locale, at, now()),
    timeOfDay: (minutes) => timeOfDay.format(minutes * 60_000),
    // 1970 began on a Thursday, so its fourth day was a Sunday.
    weekday: (day) => weekday.format(Date.UTC(1970, 0, 4 + day)),
    list: (words) => list.format(words),
  }
}

/** `language` as this person's country writes it: the first of the browser's own `wanted` tags in that language. */
export function regionOf(language: string, wanted: readonly string[]): string {
  return wanted.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language
}

// A table asks for them in every row, and each Intl object costs more than the row.
const known = new Map<string, Formats>()

/** Numbers, dates and sizes as the chosen language writes them. */
export function useFormats(): Formats {
  const { i18n } = useLingui()
  const locale = regionOf(i18n.locale, navigator.languages)
  const formats = known.get(locale) ?? formatsIn(locale)
  known.set(locale, formats)
  return formats
}

import { useMemo } from 'react'
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
  /** A remaining time in ms, rounded up to seconds or minutes. */
  readonly duration: (ms: number) => string
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

function durationIn(locale: string, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

export function formatsIn(locale: string): Formats {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  return {
    number: (value) => number.format(value),
    percent: (fraction) => percent.format(fraction),
    bytes: (value) => bytesIn(locale, value),
    moment: (at) => moment.format(at),
    date: (at) => date.format(at),
    duration: (ms) => durationIn(locale, ms),
  }
}

/** `language` as this person's country writes it: the first of the browser's own `wanted` tags in that language. */
export function regionOf(language: string, wanted: readonly string[]): string {
  return wanted.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language
}

/** Numbers, dates and sizes as the chosen language writes them. */
export function useFormats(): Formats {
  const { i18n } = useLingui()
  return useMemo(() => formatsIn(regionOf(i18n.locale, navigator.languages)), [i18n.locale])
}

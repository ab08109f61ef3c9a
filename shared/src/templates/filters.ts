import type { Liquid } from 'liquidjs'
import { DATE_STYLES, formatDate, formatMoney, type DateStyle, type Formatting } from './formats.ts'

export const FILTER_NAMES = ['default', 'upper', 'lower', 'capitalize', 'first_word', 'money', 'date'] as const

export type FilterFault = 'not-money' | 'not-a-date' | 'bad-argument'

/** A value a filter cannot show. Rendering maps it to a render problem; it never leaves this room. */
export class FilterError extends Error {
  readonly reason: FilterFault

  constructor(reason: FilterFault) {
    super(reason)
    this.name = 'FilterError'
    this.reason = reason
  }
}

/** Replaces every filter LiquidJS brings by ours: no loops over values, no clock, no locale of the machine. */
export function installFilters(liquid: Liquid, formatting: Formatting): void {
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  const { locale } = formatting
  liquid.registerFilter('default', (value, fallback) => asText(value) || asText(fallback))
  liquid.registerFilter('upper', (value) => asText(value).toLocaleUpperCase(locale))
  liquid.registerFilter('lower', (value) => asText(value).toLocaleLowerCase(locale))
  liquid.registerFilter('capitalize', (value) => capitalize(asText(value), locale))
  liquid.registerFilter('first_word', (value) => asText(value).trim().split(/\s+/u)[0])
  liquid.registerFilter('money', (value, currency) => {
    if (!isCurrency(currency)) throw new FilterError('bad-argument')
    return shown(value, (text) => formatMoney(formatting, text, currency) ?? fault('not-money'))
  })
  liquid.registerFilter('date', (value, style = 'medium') => {
    if (!isDateStyle(style)) throw new FilterError('bad-argument')
    return shown(value, (text) => formatDate(formatting, text, style) ?? fault('not-a-date'))
  })
}

/** Nothing stays nothing, so that a `default` may follow. */
function shown(value: unknown, format: (text: string) => string): string {
  const text = asText(value).trim()
  return text === '' ? '' : format(text)
}

export function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value)
}

export function isDateStyle(value: unknown): value is DateStyle {
  return typeof value === 'string' && Object.hasOwn(DATE_STYLES, value)
}

function fault(reason: FilterFault): never {
  throw new FilterError(reason)
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : ''
}

function capitalize(text: string, locale: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length).toLocaleLowerCase(locale)
}

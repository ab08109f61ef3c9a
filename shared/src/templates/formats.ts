/** How a template version writes money and dates: its author's choice, never the machine's. */
export interface Formatting {
  /** BCP 47, 'de-DE'. */
  readonly locale: string
  /** IANA, 'Europe/Berlin'. */
  readonly timeZone: string
}

export type DateStyle = keyof typeof DATE_STYLES

/** The styles `date` knows; `time` and `datetime` need a value that holds a time. */
export const DATE_STYLES = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  weekday: { weekday: 'long' },
  time: { timeStyle: 'short' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const DECIMAL = /^-?\d+(\.\d+)?$/

/** '1234.5' as money of a currency (ISO 4217); undefined if it is no plain decimal number. */
export function formatMoney({ locale }: Formatting, value: string, currency: string): string | undefined {
  if (!DECIMAL.test(value)) return undefined
  return stable(numberFormat(locale, currency).format(Number(value)))
}

/**
 * A plain date ('2026-03-29', shown as that day everywhere) or an instant ('2026-03-29T08:00:00Z', shown in the
 * version's time zone); undefined if it is neither, or has no time where the style shows one.
 */
export function formatDate({ locale, timeZone }: Formatting, value: string, style: DateStyle): string | undefined {
  const plain = PLAIN_DATE.test(value)
  if (!plain && !INSTANT.test(value)) return undefined
  if (plain && 'timeStyle' in DATE_STYLES[style]) return undefined
  const time = Date.parse(value)
  // Date.parse rolls '2026-02-30' over into March instead of refusing it.
  if (Number.isNaN(time) || (plain && new Date(time).toISOString().slice(0, 10) !== value)) return undefined
  return stable(dateFormat(locale, plain ? 'UTC' : timeZone, style).format(time))
}

/** True for a locale and a time zone this machine can format with. */
export function isFormatting({ locale, timeZone }: Formatting): boolean {
  try {
    dateFormat(locale, timeZone, 'short')
    return true
  } catch {
    return false
  }
}

// ICU 72 began to write U+202F where U+00A0 stood: two browsers would render one message differently.
function stable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}

// A formatter costs some 50 µs to make and 1 µs to use.
const numberFormat = kept((locale: string, currency: string) => {
  return new Intl.NumberFormat(locale, { style: 'currency', currency })
})

const dateFormat = kept((locale: string, timeZone: string, style: DateStyle) => {
  return new Intl.DateTimeFormat(locale, { timeZone, ...DATE_STYLES[style] })
})

function kept<Arguments extends string[], Result>(
  make: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const made = new Map<string, Result>()
  return (...args) => {
    const key = args.join('\n')
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(...args)
    if (made.size >= 100) made.clear()
    made.set(key, fresh)
    return fresh
  }
}

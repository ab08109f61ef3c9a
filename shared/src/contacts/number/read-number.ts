import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import type { E164 } from '../../ids/index.ts'
import { modernise, type Rewritten } from './number-country-rules.ts'
import { numberForm } from './number-forms.ts'
import { numberText } from './number-text.ts'

/** Why a cell is not taken as a number. Closed: screens have a sentence for each. */
export type NumberRefusal =
  | 'empty'
  /** WhatsApp's hidden id: it is nobody's number. */
  | 'lid'
  /** A group, a channel, a broadcast list, an e-mail address. */
  | 'not-a-person'
  | 'link-without-number'
  /** A spreadsheet lost digits: 4.9E+12. */
  | 'scientific'
  | 'letters'
  | 'symbols'
  | 'two-numbers'
  /** Behind a switchboard there is no WhatsApp account of one's own. */
  | 'extension'
  /** Neither '+' nor trunk zero: it could be a number here or elsewhere. */
  | 'ambiguous'
  | 'country-code'
  | 'too-short'
  | 'too-long'
  /** No number like this is given out in its country, as far as libphonenumber knows. */
  | 'not-in-use'

export type NumberReading =
  | {
      readonly ok: true
      readonly e164: E164
      /** ISO 3166-1 alpha-2; null for numbers of no country (+800, +881). */
      readonly country: string | null
      /** Set when the number was written in a form its country has given up. */
      readonly rewritten?: Rewritten
    }
  | { readonly ok: false; readonly reason: NumberRefusal }

/**
 * Reads one cell as one phone number. `defaultCountry` (ISO alpha-2) says how a number without country code is meant.
 * Rather refuses than guesses: a number changed silently into another one is somebody else's.
 */
export function readNumber(raw: string, defaultCountry: string): NumberReading {
  const parts = splitCell(raw, defaultCountry)
  if (parts.length < 2) return readOne(raw, defaultCountry)
  const [first, ...others] = parts.map((part) => readOne(part, defaultCountry))
  const same = first?.ok && others.every((other) => other.ok && other.e164 === first.e164)
  return same ? first : refuse('two-numbers')
}

/** Where one number ends and the next begins: separators, line ends, words, or a second '+'. */
const BETWEEN = /\s*(?::::|[;,|\n\r\t]+|\s(?:or|and|und|oder|y|o|e|ou|et|ve|и|или|و|أو|या)\s|(?<=\d)\s*(?=\+))\s*/iu

function splitCell(raw: string, defaultCountry: string): string[] {
  const parts = raw.split(BETWEEN).filter((part) => (part.match(/\p{Nd}/gu) ?? []).length >= 5)
  return parts.length < 2 ? splitAtSlash(raw, defaultCountry) : parts
}

/** '030/1234567' is one number; where the part before the slash is one already ('030 1234567/8') more are meant. */
function splitAtSlash(raw: string, defaultCountry: string): string[] {
  const [head = '', tail] = raw.split('/')
  return tail !== undefined && /\p{Nd}/u.test(tail) && readOne(head, defaultCountry).ok ? [head, tail] : []
}

function readOne(raw: string, defaultCountry: string): NumberReading {
  const text = numberText(raw)
  if (text === '') return refuse('empty')
  const form = numberForm(text)
  if (form.kind === 'refused') return refuse(form.reason)
  if (form.kind === 'international') return readInternational(`+${form.digits}`)
  return readText(form.text, isSupportedCountry(defaultCountry) ? defaultCountry : undefined)
}

const EXTENSION = /(?:;?\s*(?:ext(?:ension)?|extn|x|доб|anexo|ramal|poste|interno|int)[.:=\s]*|\s#\s*)\d{1,6}$/iu

function readText(written: string, country: CountryCode | undefined): NumberReading {
  if (EXTENSION.test(written)) return refuse('extension')
  if (/\p{L}/u.test(written)) return refuse('letters')
  // '(+49) 151…' as '+49 151…', then '0049…' and '+0049…' as '+49…'
  const text = written.replace(/^\((\+|00)(\d{1,4})\)/, '$1$2').replace(/^\+?\s*00\s*(?=[1-9])/, '+')
  if (!/^\+?[\d\s()./-]*$/.test(text) || !/\d/.test(text)) return refuse('symbols')
  return text.startsWith('+') ? readInternational(text) : readNational(text, country)
}

/**
 * Digits without '+'. The default country comes first, but spreadsheets and WhatsApp tools drop the plus, so digits
 * that start with a country code are tried as such; which reading wins is decided by `prefer`.
 */
function readNational(text: string, country: CountryCode | undefined): NumberReading {
  const here = country && parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
  const abroad = /^[1-9][\d\s()./-]*$/.test(text)
    ? parsePhoneNumberFromString(`+${text}`, { extract: false })
    : undefined
  if (here?.isValid() && abroad?.isValid()) return prefer(here, abroad, country)
  if (here?.isValid()) return taken(here)
  // Wrong digits of a number from here may be right ones of a landline elsewhere; people write landlines with a '+'.
  if (abroad?.isValid()) return abroad.getType() === 'FIXED_LINE' ? refuse('ambiguous') : taken(abroad)
  const old = (here && modernise(here.number)) ?? (abroad && modernise(abroad.number))
  if (old) return { ...taken(old.number), rewritten: old.rule }
  return refuse(reasonFor(text, country))
}

/**
 * Both readings are valid. A number that is complete here is meant here. One that lacks its trunk zero may have lost
 * that or a plus: a German '16045550111' is the mobile 0160 45550111 or a Canadian, and half of the German mobiles
 * read like that, so nobody can tell. Clear are only a mobile's digits after the default country's own code
 * ('4915112345678'; libphonenumber would let them pass for the landline 04915 112345678), and a mobile here against a
 * landline elsewhere.
 */
function prefer(here: PhoneNumber, abroad: PhoneNumber, country: CountryCode | undefined): NumberReading {
  if (here.number === abroad.number || !here.formatNational().startsWith('0')) return taken(here)
  const isMobile = (number: PhoneNumber): boolean => number.getType() !== 'FIXED_LINE'
  if (isMobile(here)) return isMobile(abroad) ? refuse('ambiguous') : taken(here)
  return isMobile(abroad) && abroad.country === country ? taken(abroad) : refuse('ambiguous')
}

function readInternational(text: string): NumberReading {
  const number = parsePhoneNumberFromString(text, { extract: false })
  if (number?.isValid()) return taken(number)
  const old = number && modernise(number.number)
  return old ? { ...taken(old.number), rewritten: old.rule } : refuse(reasonFor(text, undefined))
}

function taken(number: PhoneNumber): NumberReading & { ok: true } {
  return { ok: true, e164: number.number as E164, country: number.country ?? null }
}

function reasonFor(text: string, country: CountryCode | undefined): NumberRefusal {
  switch (validatePhoneNumberLength(text, country)) {
    case 'TOO_SHORT':
      return 'too-short'
    case 'TOO_LONG':
      return 'too-long'
    case 'INVALID_COUNTRY':
      return 'country-code'
    case 'NOT_A_NUMBER':
      return text.replace(/\D/g, '').length < 5 ? 'too-short' : 'symbols'
    default:
      return 'not-in-use'
  }
}

function refuse(reason: NumberRefusal): NumberReading {
  return { ok: false, reason }
}

/** Whether the numbering plan says landline, and not mobile or either. Takes what `readNumber` has accepted. */
export function isLandline(e164: E164): boolean {
  return parsePhoneNumberFromString(e164)?.getType() === 'FIXED_LINE'
}

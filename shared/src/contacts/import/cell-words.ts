import { normaliseTagName, tidyTagName, visibleText } from '../../ids/index.ts'
import { normaliseHeader } from './headers.ts'

const NO = new Set(
  (
    '0|no|n|false|f|off|none|null|nil|na|n a|nein|falsch|non|faux|nao|falso|tidak|belum|hayir|yok|нет|ложь|لا|नहीं|不|否|' +
    'subscribed|active|not blocked|never'
  )
    .split('|')
    .map(normaliseHeader),
)

/** A yes-or-no cell: undefined when empty or only a dash. What is not known as a no is a yes, a date for one. */
export function readFlag(cell: string): boolean | undefined {
  const text = visibleText(cell)
  if (text === '' || /^[-–—.]+$/.test(text)) return undefined
  return /^[✗✘❌☐]/u.test(text) ? false : !NO.has(normaliseHeader(text))
}

/** `yyyy-mm-dd…`, `d.m.yyyy`, `d/m/yyyy`; in countries that write the month first, `m/d/yyyy`. */
const YMD = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,].*)?$/
const DMY = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ,].*)?$/
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU'])

/** A date cell as ms since 1970 (midnight UTC); undefined for what is none. Day and month change places if they must. */
export function readDate(cell: string, country: string): number | undefined {
  const text = visibleText(cell.normalize('NFKC'))
  const ymd = YMD.exec(text)
  if (ymd) return dateOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]))
  const dmy = DMY.exec(text)
  if (!dmy) return undefined
  const [a, b, year] = [Number(dmy[1]), Number(dmy[3]), Number(dmy[4])]
  const monthFirst = dmy[2] === '/' && MONTH_FIRST.has(country)
  return monthFirst ? (dateOf(year, a, b) ?? dateOf(year, b, a)) : (dateOf(year, b, a) ?? dateOf(year, a, b))
}

function dateOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined
}

const MAX_TAG = 60

/** The tags in a cell: split at ':::', ';', '|' or line ends, and at commas only if it has none of these. */
export function readTagNames(cell: string): string[] {
  const separator = /:::|[;|\n]/.test(cell) ? /:::|[;|\n]/ : /,/
  const names = cell.split(separator).map((name) => tidyTagName(name).slice(0, MAX_TAG))
  // Google's own groups ('* myContacts') are in every export and say nothing.
  return [...new Set(names)].filter((name) => normaliseTagName(name) !== '' && !name.startsWith('*'))
}

/** A text cell: NFC, no control characters but line ends, trimmed, without the apostrophe that escapes a formula. */
export function readText(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) =>
      /[\n\t]/.test(character) ? character : '',
    )
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}

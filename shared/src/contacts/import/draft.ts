import type { E164, FieldId } from '../../ids/index.ts'
import { isLandline, readNumber, type NumberRefusal } from '../number/read-number.ts'
import { PHONE_FIELDS } from '../standard-fields.ts'
import { readDate, readFlag, readTagNames, readText } from './cell-words.ts'
import type { Columns } from './mapping.ts'

/** One row of a file, understood. */
export interface Draft {
  /** The number the contact is found by: the best of the row. */
  readonly phone: E164
  /** Everything to fill in, the numbers too. */
  readonly fields: Readonly<Partial<Record<FieldId, string>>>
  /** Names as written; their ids come from the workspace. */
  readonly tags: readonly string[]
  readonly optOut: boolean
  /** What the row says about consent; `at` null when it does not say when. */
  readonly consent: { readonly source: string; readonly at: number | null } | null
}

/** Why a row is not imported. */
export type RowRefusal = NumberRefusal | 'too-long' | 'consent-date'

export type RowReading =
  | { readonly ok: true; readonly draft: Draft }
  /** `value` as it stands in the file, `column` from 0 (-1: no column is meant for numbers). */
  | { readonly ok: false; readonly reason: RowRefusal; readonly value: string; readonly column: number }

/** The longest value of a field, in UTF-16 units: an entry of history with it stays under 64 kB. */
export const MAX_VALUE = 10_000

/** Reads one row, or says why not: nothing of a row is dropped without a word. Never throws, whatever the row holds. */
export function rowToDraft(row: readonly string[], columns: Columns, country: string): RowReading {
  const phones = readPhones(row, columns, country)
  if (!phones.ok) return phones
  const fields: Partial<Record<FieldId, string>> = { ...phones.fields }
  for (const [column, field] of columns.fields) {
    const value = readText(row[column] ?? '')
    if (value.length > MAX_VALUE) return { ok: false, reason: 'too-long', value: value.slice(0, 100), column }
    if (value !== '') fields[field] = value
  }
  const dateCell = columns.consentDate === undefined ? '' : readText(row[columns.consentDate] ?? '')
  const at = dateCell === '' ? null : readDate(dateCell, country)
  if (at === undefined) return { ok: false, reason: 'consent-date', value: dateCell, column: columns.consentDate ?? -1 }
  const optIn = flagIn(row, columns.optIn)
  const optOut = flagIn(row, columns.optOut) === true || optIn === false
  const agreed = !optOut && (optIn === true || at !== null)
  const source = columns.consentSource === undefined ? '' : readText(row[columns.consentSource] ?? '')
  return {
    ok: true,
    draft: {
      phone: phones.best,
      fields,
      tags: columns.tags.flatMap((column) => readTagNames(row[column] ?? '')),
      optOut,
      consent: agreed ? { source, at } : null,
    },
  }
}

/** One yes among several columns is a yes; a no counts only without any. */
function flagIn(row: readonly string[], columns: readonly number[]): boolean | undefined {
  const flags = columns.map((column) => readFlag(row[column] ?? ''))
  return flags.includes(true) ? true : flags.includes(false) ? false : undefined
}

type Phones =
  | { readonly ok: true; readonly best: E164; readonly fields: Partial<Record<FieldId, string>> }
  | (RowReading & { readonly ok: false })

/**
 * The row's numbers, a mobile before a landline, else in the order of the columns; the first is the contact's. Google
 * puts several into one cell (' ::: '). What is no number is kept as text behind the numbers, if there is a place.
 */
function readPhones(row: readonly string[], columns: Columns, country: string): Phones {
  const numbers: E164[] = []
  const others: string[] = []
  let refused: (RowReading & { ok: false }) | undefined
  for (const column of columns.phones) {
    for (const value of (row[column] ?? '').split(' ::: ')) {
      const reading = readNumber(value, country)
      if (reading.ok) numbers.push(reading.e164)
      else if (reading.reason !== 'empty') {
        others.push(readText(value))
        refused ??= { ok: false, reason: reading.reason, value, column }
      }
    }
  }
  const best = numbers.length > 1 ? (numbers.find((number) => !isLandline(number)) ?? numbers[0]) : numbers[0]
  if (!best) return refused ?? { ok: false, reason: 'empty', value: '', column: columns.phones[0] ?? -1 }
  const values = [...new Set<string>([best, ...numbers, ...others])]
  const fields: Partial<Record<FieldId, string>> = {}
  PHONE_FIELDS.forEach((field, place) => {
    const value = values[place]
    if (value) fields[field] = value.slice(0, MAX_VALUE)
  })
  return { ok: true, best, fields }
}

import type { TagId } from '../../ids/index.ts'
import type { ConsentState } from '../consent-doc.ts'
import { consentCode, operationNumber, type Bits, type IndexColumns } from './columns.ts'
import { foldText } from './fold-text.ts'

/** Which contacts a list shows. What is left out does not filter. */
export interface ContactFilter {
  /** Every word must stand somewhere in the contact; a number is looked for by its digits. */
  readonly search?: string
  /** All of them must be on the contact. */
  readonly tags?: readonly TagId[]
  readonly consent?: ConsentState
  /** Only contacts this operation made. */
  readonly operation?: string
  /** The deleted ones instead of the others. */
  readonly deleted?: boolean
}

/**
 * The pieces a query looks for, all of them. '0151 / 123 45' is one number, without the zeros a national number
 * starts with, as contacts hold the international form.
 */
export function searchTerms(query: string): string[] {
  const folded = foldText(query).trim()
  if (/^[+\d\s()./-]*\d[+\d\s()./-]*$/.test(folded)) {
    const digits = folded.replace(/\D/g, '')
    return [digits.length > 3 ? digits.replace(/^0+/, '') : digits].filter((term) => term !== '')
  }
  return folded.split(' ').filter((term) => term !== '')
}

/** One bit per row of a shard that passes the filter. `textStarts` are the lines of `columns.text`. */
export function matchingRows(columns: IndexColumns, textStarts: () => Uint32Array, filter: ContactFilter): Bits {
  const bits = new Uint8Array(columns.deleted.length)
  for (let i = 0; i < bits.length; i++) bits[i] = filter.deleted ? columns.deleted[i]! : ~columns.deleted[i]!
  if ((columns.count & 7) !== 0) bits[bits.length - 1]! &= (1 << (columns.count & 7)) - 1
  for (const tag of filter.tags ?? []) intersect(bits, columns.tags.find(([id]) => id === tag)?.[1])
  if (filter.consent) keepWhere(bits, columns.consent, consentCode(filter.consent))
  if (filter.operation) keepWhere(bits, columns.createdBy, operationNumber(columns, filter.operation))
  for (const term of searchTerms(filter.search ?? '')) intersect(bits, rowsWith(columns, textStarts, term))
  return bits
}

/** How many bits are set. */
export function countBits(bits: Bits): number {
  let count = 0
  for (const byte of bits) for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** One scan of the joined text; after a hit it goes on with the next row. */
function rowsWith(columns: IndexColumns, textStarts: () => Uint32Array, term: string): Bits | undefined {
  const { text, count } = columns
  let at = text.indexOf(term)
  if (at < 0) return undefined
  const starts = textStarts()
  const bits = new Uint8Array((count + 7) >> 3)
  while (at >= 0) {
    const row = rowOf(starts, at)
    bits[row >> 3]! |= 1 << (row & 7)
    at = text.indexOf(term, starts[row + 1])
  }
  return bits
}

/** The row whose line holds this position: the last that starts at or before it. */
function rowOf(starts: Uint32Array, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle
  }
  return low
}

function intersect(bits: Bits, others: Bits | undefined): void {
  for (let i = 0; i < bits.length; i++) bits[i]! &= others?.[i] ?? 0
}

function keepWhere(bits: Bits, column: Uint8Array | Uint32Array, value: number): void {
  for (let row = 0; row < column.length; row++) {
    if (column[row] !== value) bits[row >> 3]! &= ~(1 << (row & 7))
  }
}

import type { ContactId, E164, GroupId, OpId, TagId } from '../../ids/index.ts'
import type { ConsentState } from '../consent-doc.ts'
import type { IndexRow } from './index-row.ts'

/** Bits by row: bit 0 of byte 0 is row 0. */
export type Bits = Uint8Array

/**
 * The rows of one shard, column by column: what is kept in memory and in the `index` table. Texts are one string with
 * a line per row, because a string per row costs 155 ms to make at start (100k rows) and is slower to search. Each
 * line ends in '\n', and ids have fixed lengths, so row numbers can be computed.
 */
export interface IndexColumns {
  readonly format: 1
  readonly count: number
  /** 16 characters a row. */
  readonly ids: string
  readonly names: string
  /** A row's numbers divided by spaces. */
  readonly phones: string
  readonly text: string
  readonly createdAt: Float64Array
  /** 10 characters per operation that made a row; `createdBy` counts in these. */
  readonly operations: string
  readonly createdBy: Uint32Array
  /** Index into `CONSENT`. */
  readonly consent: Uint8Array
  readonly deleted: Bits
  readonly tags: readonly (readonly [TagId, Bits])[]
  readonly groups: readonly (readonly [GroupId, Bits])[]
}

let collator: Intl.Collator | undefined

const CONSENT: readonly ConsentState[] = ['unknown', 'in', 'out']

export function hasBit(bits: Bits, row: number): boolean {
  return ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0
}

export function consentCode(consent: ConsentState): number {
  return CONSENT.indexOf(consent)
}

/**
 * Packs rows, sorted by name: so the order over all shards, which every list starts with, is a merge of sorted runs
 * and not a sort.
 */
export function packColumns(unsorted: readonly IndexRow[]): IndexColumns {
  const { compare } = (collator ??= new Intl.Collator())
  const rows = unsorted.toSorted((a, b) => compare(a.name, b.name))
  const operations = new Map<OpId, number>()
  const opNumber = ({ createdBy }: IndexRow): number => {
    const number = operations.get(createdBy) ?? operations.size
    operations.set(createdBy, number)
    return number
  }
  return {
    format: 1,
    count: rows.length,
    ids: rows.map(({ id }) => id).join(''),
    names: lines(rows.map(({ name }) => name)),
    phones: lines(rows.map(({ phones }) => phones.join(' '))),
    text: lines(rows.map(({ text }) => text)),
    createdAt: Float64Array.from(rows, ({ createdAt }) => createdAt),
    createdBy: Uint32Array.from(rows, opNumber),
    operations: [...operations.keys()].join(''),
    consent: Uint8Array.from(rows, ({ consent }) => consentCode(consent)),
    deleted: bitsWhere(rows, ({ deleted }) => deleted),
    tags: bitsByItem(rows, ({ tags }) => tags),
    groups: bitsByItem(rows, ({ groups }) => groups),
  }
}

/** Where each row's line begins in a text column, and one more for the end. */
export function lineStarts(column: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let row = 0; row < count; row++) starts[row + 1] = column.indexOf('\n', starts[row]) + 1
  return starts
}

/** The row as it was packed. */
export function rowAt(columns: IndexColumns, starts: ColumnStarts, row: number): IndexRow {
  const phones = lineAt(columns.phones, starts.phones, row)
  return {
    id: idAt(columns, row),
    name: lineAt(columns.names, starts.names, row),
    phones: phones === '' ? [] : (phones.split(' ') as E164[]),
    tags: itemsAt(columns.tags, row),
    groups: itemsAt(columns.groups, row),
    consent: CONSENT[columns.consent[row] ?? 0] ?? 'unknown',
    deleted: hasBit(columns.deleted, row),
    createdAt: columns.createdAt[row] ?? 0,
    createdBy: operationAt(columns, columns.createdBy[row] ?? 0),
    text: lineAt(columns.text, starts.text, row),
  }
}

export interface ColumnStarts {
  readonly names: Uint32Array
  readonly phones: Uint32Array
  readonly text: Uint32Array
}

export function columnStarts({ names, phones, text, count }: IndexColumns): ColumnStarts {
  return { names: lineStarts(names, count), phones: lineStarts(phones, count), text: lineStarts(text, count) }
}

export function lineAt(column: string, starts: Uint32Array, row: number): string {
  return column.slice(starts[row], (starts[row + 1] ?? 0) - 1)
}

export function idAt({ ids }: IndexColumns, row: number): ContactId {
  return ids.slice(row * 16, row * 16 + 16) as ContactId
}

function operationAt({ operations }: IndexColumns, number: number): OpId {
  return operations.slice(number * 10, number * 10 + 10) as OpId
}

/** The number of an operation in `createdBy`, -1 if it made none of these rows. */
export function operationNumber({ operations }: IndexColumns, opId: string): number {
  for (let at = 0; at < operations.length; at += 10) if (operations.startsWith(opId, at)) return at / 10
  return -1
}

/** The same columns with these contacts' rows replaced, added, or (undefined) taken out. */
export function patchColumns(
  columns: IndexColumns,
  changes: ReadonlyMap<ContactId, IndexRow | undefined>,
): IndexColumns {
  const starts = columnStarts(columns)
  const rows: IndexRow[] = []
  const left = new Map(changes)
  for (let row = 0; row < columns.count; row++) {
    const id = idAt(columns, row)
    const changed = left.has(id) ? left.get(id) : rowAt(columns, starts, row)
    left.delete(id)
    if (changed) rows.push(changed)
  }
  for (const added of left.values()) if (added) rows.push(added)
  return packColumns(rows)
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text.replaceAll('\n', ' ')}\n`).join('')
}

function bitsWhere(rows: readonly IndexRow[], is: (row: IndexRow) => boolean): Bits {
  const bits = new Uint8Array((rows.length + 7) >> 3)
  rows.forEach((row, number) => {
    if (is(row)) bits[number >> 3]! |= 1 << (number & 7)
  })
  return bits
}

function bitsByItem<Id extends string>(
  rows: readonly IndexRow[],
  itemsOf: (row: IndexRow) => readonly Id[],
): [Id, Bits][] {
  const byItem = new Map<Id, Bits>()
  rows.forEach((row, number) => {
    for (const item of itemsOf(row)) {
      const bits = byItem.get(item) ?? new Uint8Array((rows.length + 7) >> 3)
      bits[number >> 3]! |= 1 << (number & 7)
      byItem.set(item, bits)
    }
  })
  return [...byItem]
}

function itemsAt<Id extends string>(columns: readonly (readonly [Id, Bits])[], row: number): Id[] {
  return columns.flatMap(([item, bits]) => (hasBit(bits, row) ? [item] : []))
}

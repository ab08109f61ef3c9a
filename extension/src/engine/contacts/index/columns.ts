import type { ContactId, OpId } from '@parley/shared/ids'
import { join, textAt, type Joined } from './joined.ts'
import type { Row } from './row.ts'
import { compareRows } from './sort.ts'

const FORMAT = 2
const ID = 16
const OP = 10

/** The rows of one shard, column by column, sorted by name; kept beside its snapshot and never changed. */
export interface Columns {
  readonly format: number
  readonly count: number
  /** 16 characters a row. */
  readonly ids: string
  /** 10 characters a row. */
  readonly createdBy: string
  readonly createdAt: Float64Array
  /** 1 = deleted. */
  readonly deleted: Uint8Array
  readonly name: Joined
  readonly key: Joined
  readonly phones: Joined
  readonly tags: Joined
  readonly groups: Joined
  readonly search: Joined
}

export function packRows(unsorted: readonly Row[]): Columns {
  const rows = unsorted.toSorted((a, b) =>
    compareRows(
      a.key,
      () => a.id,
      b.key,
      () => b.id,
    ),
  )
  return {
    format: FORMAT,
    count: rows.length,
    ids: rows.map(({ id }) => id).join(''),
    createdBy: rows.map(({ createdBy }) => createdBy).join(''),
    createdAt: Float64Array.from(rows, ({ createdAt }) => createdAt),
    deleted: Uint8Array.from(rows, ({ deleted }) => (deleted ? 1 : 0)),
    name: join(rows.map(({ name }) => name)),
    key: join(rows.map(({ key }) => key)),
    phones: join(rows.map(({ phones }) => phones)),
    tags: join(rows.map(({ tags }) => tags)),
    groups: join(rows.map(({ groups }) => groups)),
    search: join(rows.map(({ search }) => search)),
  }
}

/** What the store kept; undefined when another build wrote it, and it has to be made again. */
export function keptColumns(kept: unknown): Columns | undefined {
  return kept instanceof Object && 'format' in kept && kept.format === FORMAT ? (kept as Columns) : undefined
}

export function idAt({ ids }: Columns, row: number): ContactId {
  return ids.slice(row * ID, (row + 1) * ID) as ContactId
}

export function createdByAt({ createdBy }: Columns, row: number): OpId {
  return createdBy.slice(row * OP, (row + 1) * OP) as OpId
}

export function rowAt(columns: Columns, row: number): Row {
  return {
    id: idAt(columns, row),
    name: textAt(columns.name, row),
    key: textAt(columns.key, row),
    phones: textAt(columns.phones, row),
    tags: textAt(columns.tags, row),
    groups: textAt(columns.groups, row),
    deleted: columns.deleted[row] === 1,
    createdAt: columns.createdAt[row] ?? 0,
    createdBy: createdByAt(columns, row),
    search: textAt(columns.search, row),
  }
}

/** The row of a contact, or -1. */
export function findRow({ ids }: Columns, id: ContactId): number {
  for (let at = ids.indexOf(id); at !== -1; at = ids.indexOf(id, at + 1)) if (at % ID === 0) return at / ID
  return -1
}

/** Whether the 8-character id stands in a run of them. */
export function holdsId(run: string, id: string): boolean {
  for (let at = run.indexOf(id); at !== -1; at = run.indexOf(id, at + 1)) if (at % id.length === 0) return true
  return false
}

export function splitIds(run: string): string[] {
  return run.match(/.{8}/g) ?? []
}

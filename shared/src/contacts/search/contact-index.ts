import type { ContactId, E164, TagId } from '../../ids/index.ts'
import {
  columnStarts,
  hasBit,
  idAt,
  lineAt,
  lineStarts,
  packColumns,
  patchColumns,
  rowAt,
  type Bits,
  type ColumnStarts,
  type IndexColumns,
} from './columns.ts'
import type { IndexRow } from './index-row.ts'
import { countBits, matchingRows, type ContactFilter } from './matching-rows.ts'
import { placeOf, replaceShards, rowIn, shardAt, sortPlaces, type Compare, type SortOrder } from './sort-order.ts'

export type ContactSort = 'name' | 'phone' | 'created'

export interface PageQuery extends ContactFilter {
  readonly sort: ContactSort
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export interface IndexPage {
  /** All contacts that are not deleted. */
  readonly total: number
  readonly matching: number
  readonly rows: readonly IndexRow[]
}

interface Shard {
  columns: IndexColumns
  starts: ColumnStarts | undefined
  /** Rows changed since the columns were packed; packed in when somebody looks. */
  readonly pending: Map<ContactId, IndexRow | undefined>
}

interface Order {
  sorted: SortOrder
  /** Shards that changed since; put in anew when somebody looks. */
  readonly stale: Set<number>
}

/** Above this many changed shards sorting everything is cheaper than putting each in. */
const MANY_STALE = 6

/**
 * The contacts of a workspace in memory: the columns of every shard, and the orders lists were asked in. Derived data:
 * it answers from the columns it was given and knows no document.
 */
export class ContactIndex {
  readonly #shards = new Map<number, Shard>()
  readonly #orders = new Map<ContactSort, Order>()
  readonly #collator: Intl.Collator

  /** `locale` decides how names are sorted: 'ä' before 'z' in German, after it in Swedish. */
  constructor(locale: string) {
    this.#collator = new Intl.Collator(locale)
  }

  /** Takes the columns of a shard in place of its former ones, as when they are read from the store. */
  put(shard: number, columns: IndexColumns): void {
    this.#shards.set(shard, { columns, starts: undefined, pending: new Map() })
    for (const { stale } of this.#orders.values()) stale.add(shard)
  }

  /** Replaces one contact's row, or takes it out. Costs nothing until somebody looks: an import calls it per contact. */
  update(shard: number, id: ContactId, row: IndexRow | undefined): void {
    if (!this.#shards.has(shard)) this.put(shard, packColumns([]))
    this.#shards.get(shard)?.pending.set(id, row)
  }

  /** A shard's columns with every update packed in, for the store; undefined for a shard never put or updated. */
  columns(shard: number): IndexColumns | undefined {
    this.#settle()
    return this.#shards.get(shard)?.columns
  }

  page(query: PageQuery): IndexPage {
    this.#settle()
    const masks: Bits[] = []
    let matching = 0
    for (const [number, shard] of this.#shards) {
      const mask = matchingRows(shard.columns, () => startsOf(shard).text, query)
      masks[number] = mask
      matching += countBits(mask)
    }
    return {
      total: this.#total(),
      matching,
      rows: this.#pick(masks, Math.min(query.limit, matching - query.offset), query),
    }
  }

  /** The ids of every contact that passes the filter, in no order: for commands on all of a list. */
  ids(filter: ContactFilter): ContactId[] {
    this.#settle()
    return [...this.#shards.values()].flatMap((shard) => {
      const mask = matchingRows(shard.columns, () => startsOf(shard).text, filter)
      const rows = Array.from({ length: shard.columns.count }, (_, row) => row).filter((row) => hasBit(mask, row))
      return rows.map((row) => idAt(shard.columns, row))
    })
  }

  /** How many contacts that are not deleted have each tag. */
  tagCounts(): Map<TagId, number> {
    this.#settle()
    const counts = new Map<TagId, number>()
    for (const { columns } of this.#shards.values()) {
      for (const [tag, bits] of columns.tags) {
        const live = bits.map((byte, i) => byte & ~(columns.deleted[i] ?? 0))
        counts.set(tag, (counts.get(tag) ?? 0) + countBits(live))
      }
    }
    return counts
  }

  /** The contact, not deleted, that has this number; the smallest id if several have. */
  withPhone(phone: E164): ContactId | undefined {
    this.#settle()
    let found: ContactId | undefined
    for (const { columns } of this.#shards.values()) {
      if (!columns.phones.includes(phone)) continue
      for (const [number, id] of phonesIn(columns)) if (number === phone && !(found && found < id)) found = id
    }
    return found
  }

  /** Every number with the contact that has it: for an import, which asks for each row. */
  allPhones(): Map<E164, ContactId> {
    this.#settle()
    const owners = new Map<E164, ContactId>()
    for (const { columns } of this.#shards.values()) {
      for (const [phone, id] of phonesIn(columns)) {
        const known = owners.get(phone)
        if (!known || id < known) owners.set(phone, id)
      }
    }
    return owners
  }

  #total(): number {
    let total = 0
    for (const { columns } of this.#shards.values()) total += columns.count - countBits(columns.deleted)
    return total
  }

  #pick(masks: readonly Bits[], wanted: number, { sort, descending, offset }: PageQuery): IndexRow[] {
    const { places, filled } = this.#order(sort)
    const rows: IndexRow[] = []
    let skip = offset
    for (let i = 0; i < places.length && rows.length < wanted; i++) {
      const place = places[descending && i < filled ? filled - 1 - i : i]!
      const mask = masks[shardAt(place)]
      if (!mask || !hasBit(mask, rowIn(place))) continue
      if (skip > 0) skip -= 1
      else rows.push(this.#row(place))
    }
    return rows
  }

  #row(place: number): IndexRow {
    const shard = this.#shards.get(shardAt(place))!
    return rowAt(shard.columns, startsOf(shard), rowIn(place))
  }

  #settle(): void {
    for (const [number, { columns, pending }] of this.#shards) {
      if (pending.size > 0) this.put(number, patchColumns(columns, pending))
    }
  }

  #order(sort: ContactSort): SortOrder {
    const known = this.#orders.get(sort)
    const [keyAt, compare] = this.#sorting(sort)
    if (!known || known.stale.size > MANY_STALE) {
      const places = [...this.#shards.keys()].flatMap((shard) => this.#places(shard))
      const sorted = sortPlaces(places, keyAt, compare)
      this.#orders.set(sort, { sorted, stale: new Set() })
      return sorted
    }
    const { stale } = known
    if (stale.size > 0) {
      const fresh = sortPlaces(
        [...stale].flatMap((shard) => this.#places(shard)),
        keyAt,
        compare,
      )
      known.sorted = replaceShards(known.sorted, stale, fresh, keyAt, compare)
      stale.clear()
    }
    return known.sorted
  }

  #places(shard: number): number[] {
    return Array.from({ length: this.#shards.get(shard)?.columns.count ?? 0 }, (_, row) => placeOf(shard, row))
  }

  #sorting(sort: ContactSort): [keyOf: (place: number) => string, compare: Compare] {
    const keyAt = (place: number): string => {
      const shard = this.#shards.get(shardAt(place))!
      return keyOf(shard, rowIn(place), sort)
    }
    return [keyAt, sort === 'name' ? this.#collator.compare : byCodeUnits]
  }
}

function keyOf(shard: Shard, row: number, sort: ContactSort): string {
  const { columns } = shard
  if (sort === 'created') return String(columns.createdAt[row] ?? 0).padStart(16, '0')
  const starts = startsOf(shard)
  return sort === 'name' ? lineAt(columns.names, starts.names, row) : lineAt(columns.phones, starts.phones, row)
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function startsOf(shard: Shard): ColumnStarts {
  shard.starts ??= columnStarts(shard.columns)
  return shard.starts
}

function* phonesIn(columns: IndexColumns): Generator<[E164, ContactId]> {
  const starts = lineStarts(columns.phones, columns.count)
  for (let row = 0; row < columns.count; row++) {
    if (hasBit(columns.deleted, row)) continue
    const line = lineAt(columns.phones, starts, row)
    if (line !== '') for (const phone of line.split(' ')) yield [phone as E164, idAt(columns, row)]
  }
}

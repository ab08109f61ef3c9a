import type { ContactId, OpId } from '@parley/shared/ids'
import { createdByAt, findRow, idAt, packRows, rowAt, type Columns } from './columns.ts'
import { eachRowWith, textAt } from './joined.ts'
import type { Row } from './row.ts'
import { compareRows, type SortBy, type SortKey } from './sort.ts'

/** Fresh rows looked at one by one before they are packed: below this, packing costs more than it saves. */
const FRESH = 512

/**
 * One shard in memory: packed columns, and the rows changed since. A slot is a row's number: packed rows first, fresh
 * ones after them. A slot whose row was replaced is dead.
 */
export class ShardIndex {
  #columns: Columns
  #fresh: Row[] = []
  readonly #freshSlot = new Map<ContactId, number>()
  #dead = new Set<number>()
  #orders: Partial<Record<SortBy, Uint32Array>> = {}

  constructor(columns: Columns) {
    this.#columns = columns
  }

  get slots(): number {
    return this.#columns.count + this.#fresh.length
  }

  slotOf(id: ContactId): number | undefined {
    const fresh = this.#freshSlot.get(id)
    if (fresh !== undefined) return fresh
    const row = findRow(this.#columns, id)
    return row === -1 ? undefined : row
  }

  row(slot: number): Row {
    return this.#freshAt(slot) ?? rowAt(this.#columns, slot)
  }

  /** Undefined for a packed row: an index below zero would be looked up as a name. */
  #freshAt(slot: number): Row | undefined {
    return slot < this.#columns.count ? undefined : this.#fresh[slot - this.#columns.count]
  }

  /** One value of a row, without making the row. */
  value(slot: number, column: 'key' | 'phones' | 'tags'): string {
    return this.#freshAt(slot)?.[column] ?? textAt(this.#columns[column], slot)
  }

  isDeleted(slot: number): boolean {
    return this.#freshAt(slot)?.deleted ?? this.#columns.deleted[slot] === 1
  }

  id(slot: number): ContactId {
    return this.#freshAt(slot)?.id ?? idAt(this.#columns, slot)
  }

  createdBy(slot: number): OpId {
    return this.#freshAt(slot)?.createdBy ?? createdByAt(this.#columns, slot)
  }

  createdAt(slot: number): number {
    return this.#freshAt(slot)?.createdAt ?? this.#columns.createdAt[slot] ?? 0
  }

  sortKey(slot: number, by: SortBy): SortKey {
    return by === 'created' ? this.createdAt(slot) : this.value(slot, by === 'name' ? 'key' : 'phones')
  }

  /** The living slots, sorted; made again after a change. */
  order(by: SortBy): Uint32Array {
    return (this.#orders[by] ??= this.#sorted(by))
  }

  /** Puts a row in place of the contact's former one, which it returns. */
  set(row: Row): Row | undefined {
    const former = this.slotOf(row.id)
    if (former !== undefined) this.#dead.add(former)
    this.#freshSlot.set(row.id, this.slots)
    this.#fresh.push(row)
    this.#orders = {}
    return former === undefined ? undefined : this.row(former)
  }

  /** Calls `hit` with each living slot whose `column` holds `needle`; with all of them for ''. */
  eachWith(column: 'search' | 'tags', needle: string, hit: (slot: number) => void): void {
    const living = this.#dead.size === 0 ? hit : (slot: number) => this.#dead.has(slot) || hit(slot)
    if (needle === '') for (let slot = 0; slot < this.#columns.count; slot++) living(slot)
    else eachRowWith(this.#columns[column], needle, living)
    this.#fresh.forEach((row, i) => {
      if (row[column].includes(needle)) living(this.#columns.count + i)
    })
  }

  /** Whether so much changed that packing pays. */
  get isRagged(): boolean {
    return this.#fresh.length > FRESH
  }

  /** The living rows as columns, for the store. */
  packed(): Columns {
    if (this.#fresh.length === 0) return this.#columns
    const rows: Row[] = []
    for (let slot = 0; slot < this.slots; slot++) if (!this.#dead.has(slot)) rows.push(this.row(slot))
    return packRows(rows)
  }

  /** Packs in memory; slots get new numbers. */
  repack(): void {
    this.#columns = this.packed()
    this.#fresh = []
    this.#freshSlot.clear()
    this.#dead = new Set()
    this.#orders = {}
  }

  /** Packed rows lie in the order of names already, which the sort is quick to find. */
  #sorted(by: SortBy): Uint32Array {
    if (by === 'name' && this.#fresh.length === 0) return Uint32Array.from({ length: this.slots }, (_, slot) => slot)
    const entries: { key: SortKey; slot: number; id: () => ContactId }[] = []
    this.eachWith('search', '', (slot) => {
      entries.push({ key: this.sortKey(slot, by), slot, id: () => this.id(slot) })
    })
    return Uint32Array.from(
      entries.sort((a, b) => compareRows(a.key, a.id, b.key, b.id)),
      ({ slot }) => slot,
    )
  }
}

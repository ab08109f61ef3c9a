import type { ContactId, OpId } from '@parley/shared/ids'
import { createdByAt, findRow, idAt, packRows, rowAt, type Columns } from './columns.ts'
import { eachRowWith, textAt } from './joined.ts'
import type { Row } from './row.ts'

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

  constructor(columns: Columns) {
    this.#columns = columns
  }

  get slots(): number {
    return this.#columns.count + this.#fresh.length
  }

  /** Contacts, deleted ones too. */
  get contacts(): number {
    return this.slots - this.#dead.size
  }

  slotOf(id: ContactId): number | undefined {
    const fresh = this.#freshSlot.get(id)
    if (fresh !== undefined) return fresh
    const row = findRow(this.#columns, id)
    return row === -1 ? undefined : row
  }

  row(slot: number): Row {
    return this.#fresh[slot - this.#columns.count] ?? rowAt(this.#columns, slot)
  }

  /** One value of a row, without making the row. */
  value(slot: number, column: 'key' | 'phones' | 'tags'): string {
    return this.#fresh[slot - this.#columns.count]?.[column] ?? textAt(this.#columns[column], slot)
  }

  isDeleted(slot: number): boolean {
    return this.#fresh[slot - this.#columns.count]?.deleted ?? this.#columns.deleted[slot] === 1
  }

  id(slot: number): ContactId {
    return this.#fresh[slot - this.#columns.count]?.id ?? idAt(this.#columns, slot)
  }

  createdBy(slot: number): OpId {
    return this.#fresh[slot - this.#columns.count]?.createdBy ?? createdByAt(this.#columns, slot)
  }

  createdAt(slot: number): number {
    return this.#fresh[slot - this.#columns.count]?.createdAt ?? this.#columns.createdAt[slot] ?? 0
  }

  /** Puts a row in place of the contact's former one; returns both slots. */
  set(row: Row): { slot: number; former: number | undefined } {
    const former = this.slotOf(row.id)
    if (former !== undefined) this.#dead.add(former)
    const slot = this.slots
    this.#fresh.push(row)
    this.#freshSlot.set(row.id, slot)
    return { slot, former }
  }

  /** Calls `hit` with each living slot whose `column` holds `needle`; with all of them for ''. */
  eachWith(column: 'search' | 'tags', needle: string, hit: (slot: number) => void): void {
    const living = (slot: number): void => {
      if (!this.#dead.has(slot)) hit(slot)
    }
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
  }
}

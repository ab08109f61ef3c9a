import type { Row } from './row.ts'
import type { ShardIndex } from './shard-index.ts'
import { compareRows, type SortBy, type SortKey } from './sort.ts'

/** Which slots of a shard matched. */
export interface Matched {
  readonly shard: ShardIndex
  /** 1 for a slot that matched. */
  readonly hits: Uint8Array
  readonly count: number
}

interface PageOf {
  readonly by: SortBy
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/**
 * The rows at `offset … offset + limit` of all that matched, in order. Each shard keeps its own order, so a page is a
 * merge that ends with its last row; one beyond the middle is merged from the other end.
 */
export function pageOf(matched: readonly Matched[], { by, descending, offset, limit }: PageOf): Row[] {
  const total = matched.reduce((sum, { count }) => sum + count, 0)
  const end = Math.min(offset + limit, total)
  if (offset >= end) return []
  if (offset + end <= total) return merge(matched, by, descending, offset, end)
  return merge(matched, by, !descending, total - end, total - offset).reverse()
}

function merge(matched: readonly Matched[], by: SortBy, descending: boolean, from: number, to: number): Row[] {
  const heap = new CursorHeap(descending ? -1 : 1)
  for (const each of matched) if (each.count > 0) heap.add(new Cursor(each, by, descending))
  const rows: Row[] = []
  for (let n = 0; n < to; n++) {
    const row = heap.take(n >= from)
    if (row) rows.push(row)
  }
  return rows
}

/** Walks the matching slots of one shard in its order, or backwards. */
class Cursor {
  key: SortKey = ''
  readonly #shard: ShardIndex
  readonly #hits: Uint8Array
  readonly #order: Uint32Array
  readonly #by: SortBy
  readonly #step: 1 | -1
  #left: number
  #at: number
  #slot = 0

  constructor({ shard, hits, count }: Matched, by: SortBy, descending: boolean) {
    this.#shard = shard
    this.#hits = hits
    this.#order = shard.order(by)
    this.#by = by
    this.#step = descending ? -1 : 1
    this.#left = count
    this.#at = descending ? this.#order.length : -1
    this.next()
  }

  readonly id = () => this.#shard.id(this.#slot)

  row(): Row {
    return this.#shard.row(this.#slot)
  }

  /** Goes to the next match; false when there is none. */
  next(): boolean {
    if (this.#left-- === 0) return false
    do {
      this.#at += this.#step
      this.#slot = this.#order[this.#at] ?? 0
    } while (this.#hits[this.#slot] !== 1)
    this.key = this.#shard.sortKey(this.#slot, this.#by)
    return true
  }
}

/** Cursors as a binary heap: the one whose row comes next is the root. */
class CursorHeap {
  readonly #sign: 1 | -1
  readonly #cursors: Cursor[] = []

  constructor(sign: 1 | -1) {
    this.#sign = sign
  }

  add(cursor: Cursor): void {
    let at = this.#cursors.push(cursor) - 1
    while (at > 0 && this.#isBefore(at, (at - 1) >> 1)) at = this.#swap(at, (at - 1) >> 1)
  }

  /** Steps over the next row; makes it only when it is wanted. */
  take(wanted: boolean): Row | undefined {
    const [root] = this.#cursors
    const row = wanted ? root?.row() : undefined
    if (root && !root.next()) {
      const last = this.#cursors.pop()
      if (last && last !== root) this.#cursors[0] = last
    }
    this.#sink()
    return row
  }

  #sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= this.#cursors.length) return
      const child = left + 1 < this.#cursors.length && this.#isBefore(left + 1, left) ? left + 1 : left
      if (!this.#isBefore(child, at)) return
      at = this.#swap(at, child)
    }
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#cursors[one]
    const b = this.#cursors[other]
    return a !== undefined && b !== undefined && this.#sign * compareRows(a.key, a.id, b.key, b.id) < 0
  }

  #swap(at: number, to: number): number {
    const a = this.#cursors[at]
    const b = this.#cursors[to]
    if (a && b) {
      this.#cursors[at] = b
      this.#cursors[to] = a
    }
    return to
  }
}

import type { ShardIndex } from './shard-index.ts'

export type SortBy = 'name' | 'phone' | 'created'

/** A row of the whole index: the shard's number times `SLOTS`, plus the slot. */
export type Ref = number
export const SLOTS = 2 ** 22

type SortKey = string | number

interface Entry {
  readonly key: SortKey
  readonly ref: Ref
}

/** Sorting so few costs less than looking for them in the order of all. */
const FEW = 4_096
/** So far from the top a page is picked without any order. */
const NEAR_TOP = 300

/**
 * The order of all rows by one column. Made when a page deep down is first asked for, patched by single edits, and
 * dropped by big ones; the first pages and short results do without.
 */
export class Order {
  readonly #shards: readonly ShardIndex[]
  readonly #by: SortBy
  #refs: Ref[] | undefined

  constructor(shards: readonly ShardIndex[], by: SortBy) {
    this.#shards = shards
    this.#by = by
  }

  drop(): void {
    this.#refs = undefined
  }

  /** A row took another's place. Call it while the former slot can still be read. */
  replace(former: Ref | undefined, ref: Ref): void {
    const refs = this.#refs
    if (!refs) return
    if (former !== undefined) refs.splice(this.#place(refs, former), 1)
    refs.splice(this.#place(refs, ref), 0, ref)
  }

  /** `matches[offset … offset + limit)` in this order; `matches` in any, and changed. */
  page(matches: Ref[], descending: boolean, offset: number, limit: number): Ref[] {
    const end = offset + limit
    if (matches.length <= FEW) return slice(this.#sorted(matches), descending, offset, limit)
    if (!this.#refs && end <= NEAR_TOP) return this.#top(matches, descending, end).slice(offset)
    this.#refs ??= this.#sorted(this.#all())
    return this.#walk(this.#refs, matches, descending, offset, limit)
  }

  #all(): Ref[] {
    const refs: Ref[] = []
    this.#shards.forEach((shard, i) => {
      shard.eachWith('search', '', (slot) => refs.push(i * SLOTS + slot))
    })
    return refs
  }

  /** Walks the order of all and takes those that match. */
  #walk(refs: readonly Ref[], matches: readonly Ref[], descending: boolean, offset: number, limit: number): Ref[] {
    const marks = this.#shards.map((shard) => new Uint8Array(shard.slots))
    for (const ref of matches) {
      const shard = marks[Math.floor(ref / SLOTS)]
      if (shard) shard[ref % SLOTS] = 1
    }
    const found: Ref[] = []
    let skip = offset
    for (let i = 0; i < refs.length && found.length < limit; i++) {
      const ref = refs[descending ? refs.length - 1 - i : i] ?? 0
      if (marks[Math.floor(ref / SLOTS)]?.[ref % SLOTS] !== 1) continue
      if (skip > 0) skip--
      else found.push(ref)
    }
    return found
  }

  /** The first `count` in order, by keeping only those few sorted. */
  #top(matches: readonly Ref[], descending: boolean, count: number): Ref[] {
    const sign = descending ? -1 : 1
    const best: Entry[] = []
    for (const ref of matches) {
      const entry = this.#entry(ref)
      const last = best.at(-1)
      if (last && best.length === count && sign * this.#compare(entry, last) >= 0) continue
      const place = lowerBound(best.length, (i) => sign * this.#compare(best[i] ?? entry, entry))
      best.splice(place, 0, entry)
      if (best.length > count) best.pop()
    }
    return best.map(({ ref }) => ref)
  }

  #sorted(refs: readonly Ref[]): Ref[] {
    return refs
      .map((ref) => this.#entry(ref))
      .sort((a, b) => this.#compare(a, b))
      .map(({ ref }) => ref)
  }

  #place(refs: readonly Ref[], ref: Ref): number {
    const entry = this.#entry(ref)
    return lowerBound(refs.length, (i) => this.#compare(this.#entry(refs[i] ?? ref), entry))
  }

  #entry(ref: Ref): Entry {
    return { key: this.#key(ref), ref }
  }

  /** Rows without a name or number come last; equal ones by id, so that pages fit together and devices agree. */
  #compare(a: Entry, b: Entry): number {
    if (a.key === b.key) return this.#id(a.ref) < this.#id(b.ref) ? -1 : Number(a.ref !== b.ref)
    if (a.key === '') return 1
    if (b.key === '') return -1
    return a.key < b.key ? -1 : 1
  }

  #id(ref: Ref): string {
    return this.#shards[Math.floor(ref / SLOTS)]?.id(ref % SLOTS) ?? ''
  }

  #key(ref: Ref): SortKey {
    const shard = this.#shards[Math.floor(ref / SLOTS)]
    const slot = ref % SLOTS
    if (this.#by === 'created') return shard?.createdAt(slot) ?? 0
    return shard?.value(slot, this.#by === 'name' ? 'key' : 'phones') ?? ''
  }
}

/** The first place of `length` at which `compareAt` is not below zero. */
function lowerBound(length: number, compareAt: (i: number) => number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAt(middle) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function slice(refs: readonly Ref[], descending: boolean, offset: number, limit: number): Ref[] {
  return (descending ? refs.toReversed() : refs).slice(offset, offset + limit)
}

/** Rows in the order of their keys. A place is shard × 2²⁰ + row, so an order costs 4 bytes a contact. */
export interface SortOrder {
  readonly places: Uint32Array
  /** So many places have a key; those without stand behind them, ascending or descending. */
  readonly filled: number
}

/** What a row is sorted by; '' for nothing. */
export type KeyOf = (place: number) => string
export type Compare = (a: string, b: string) => number

const SHARD_BITS = 20

export function placeOf(shard: number, row: number): number {
  return (shard << SHARD_BITS) | row
}

export function shardAt(place: number): number {
  return place >>> SHARD_BITS
}

export function rowIn(place: number): number {
  return place & ((1 << SHARD_BITS) - 1)
}

/** Equal keys keep the order of their places, so pages never overlap. */
export function sortPlaces(places: readonly number[], keyOf: KeyOf, compare: Compare): SortOrder {
  const keys = places.map(keyOf)
  const filled = places.map((_, i) => i).filter((i) => keys[i] !== '')
  filled.sort((a, b) => compare(keys[a]!, keys[b]!) || places[a]! - places[b]!)
  const empty = places.filter((_, i) => keys[i] === '')
  return { places: Uint32Array.from([...filled.map((i) => places[i]!), ...empty]), filled: filled.length }
}

/** The order with these shards' places replaced by `fresh`: sorting 100k names anew would cost 100 ms an edit. */
export function replaceShards(
  order: SortOrder,
  shards: ReadonlySet<number>,
  fresh: SortOrder,
  keyOf: KeyOf,
  compare: Compare,
): SortOrder {
  const kept = without(order.places.subarray(0, order.filled), shards)
  const empty = without(order.places.subarray(order.filled), shards)
  const filled = kept.length + fresh.filled
  const places = new Uint32Array(filled + empty.length + fresh.places.length - fresh.filled)
  let from = 0
  for (let i = 0; i < fresh.filled; i++) {
    const place = fresh.places[i]!
    const to = insertionPoint(kept, from, keyOf(place), place, keyOf, compare)
    places.set(kept.subarray(from, to), from + i)
    places[to + i] = place
    from = to
  }
  places.set(kept.subarray(from), from + fresh.filled)
  places.set(empty, filled)
  places.set(fresh.places.subarray(fresh.filled), filled + empty.length)
  return { places, filled }
}

function without(places: Uint32Array, shards: ReadonlySet<number>): Uint32Array {
  const kept = new Uint32Array(places.length)
  let length = 0
  for (const place of places) if (!shards.has(shardAt(place))) kept[length++] = place
  return kept.subarray(0, length)
}

function insertionPoint(
  sorted: Uint32Array,
  from: number,
  key: string,
  place: number,
  keyOf: KeyOf,
  compare: Compare,
): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]!
    if ((compare(keyOf(other), key) || other - place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

import * as Y from 'yjs'
import type { DocRef } from '../ids/index.ts'
import { isDeleted, type DeletedRanges } from './deleted-ranges.ts'
import { isReceipt } from './key-names.ts'
import { sameValue } from './same-value.ts'
import type { Refusal } from './reasons.ts'

/** The item Yjs will make a key's value, and what the key says already. */
interface Entry {
  readonly winner: Y.Item
  readonly says: { readonly value: unknown } | undefined
}

/**
 * Keys are written once. Concurrent writes of one key are honest when they say the same; Yjs then deletes the loser, so
 * a handshake repeats deletions and losers. Refused: a write that has seen the key (it has an origin), a different value
 * for a key that stands, and a deletion that leaves a key empty.
 *
 * @param fresh the structs the document does not hold, already checked to be plain entries of `m`
 */
export function checkAppendOnly(
  doc: Y.Doc,
  kind: DocRef['kind'],
  fresh: readonly Y.Item[],
  deleted: DeletedRanges,
): Refusal | undefined {
  const stands = doc.getMap('m')._map
  const touched = new Map<string, Entry>()
  const entry = (key: string): Entry | undefined => touched.get(key) ?? entryOf(stands.get(key))
  for (const item of fresh) {
    const key = item.parentSub
    const next = key === null || item.origin !== null ? undefined : joined(entry(key), item, isReceipt(kind, key))
    if (key === null || next === undefined) return 'refused-append-only'
    touched.set(key, next)
  }
  for (const key of losingTheirValue(doc, deleted)) {
    const now = entry(key)
    if (now) touched.set(key, now)
  }
  return [...touched.values()].every(({ winner }) => survives(winner, deleted)) ? undefined : 'refused-append-only'
}

function entryOf(item: Y.Item | undefined): Entry | undefined {
  return item && { winner: item, says: said(item) }
}

/** The entry with one more concurrent write; undefined when it contradicts. */
function joined(entry: Entry | undefined, item: Y.Item, exceptTimes: boolean): Entry | undefined {
  const says = said(item)
  if (!entry) return { winner: item, says }
  if (says && entry.says && !sameValue(says.value, entry.says.value, exceptTimes)) return undefined
  return { winner: wins(item.id, entry.winner.id) ? item : entry.winner, says: entry.says ?? says }
}

function said({ content }: Y.Item): { value: unknown } | undefined {
  return content instanceof Y.ContentAny ? { value: content.arr[0] } : undefined
}

/** Among concurrent writes of a map's key Yjs lets the highest client id stand, of one client the first. */
function wins(a: Y.ID, b: Y.ID): boolean {
  return a.client > b.client || (a.client === b.client && a.clock < b.clock)
}

function survives(winner: Y.Item, deleted: DeletedRanges): boolean {
  return !winner.deleted && said(winner) !== undefined && !isDeleted(deleted, winner.id)
}

/** Keys whose present value the ranges delete. */
function losingTheirValue(doc: Y.Doc, deleted: DeletedRanges): Set<string> {
  const keys = new Set<string>()
  for (const [client, ranges] of deleted) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, end } of ranges) {
      if (clock >= Y.getState(doc.store, client)) continue
      for (let i = Y.findIndexSS(structs, clock); (structs[i]?.id.clock ?? end) < end; i++) {
        const struct = structs[i]
        if (struct instanceof Y.Item && !struct.deleted && struct.parentSub !== null) keys.add(struct.parentSub)
      }
    }
  }
  return keys
}

import * as Y from 'yjs'

/** What an append-only document allows under its keys. */
export interface AppendRule {
  /** The key has the form of the document's keys. */
  accepts(key: string): boolean
  /** Both values mean the same; they may differ in what honest writers of that key may differ in. */
  same(key: string, standing: unknown, offered: unknown): boolean
}

export type AppendProblem =
  /** Not in the root map `m`, or not a plain value. */
  | 'shape'
  | 'key'
  /** Written by somebody who saw what stood there. */
  | 'overwrite'
  /** A key that stands would hold something else, or two writes of the update contradict each other. */
  | 'different'
  | 'empties'
  /** It needs an update that has not been seen. */
  | 'gap'
  | 'unreadable'

type Value = { readonly item: Y.Item; readonly value: unknown }

/**
 * Whether an update may enter an append-only document: new keys, plain values, nothing overwritten, nothing taken away.
 * Concurrent writes of one key pass if they mean the same, and so does a full copy of what is there already, with the
 * deletions Yjs makes of the losers of such writes.
 *
 * @param doc the document as it is, not changed by this.
 * @param update in Yjs's format 1.
 */
export function checkAppendOnly(doc: Y.Doc, update: Uint8Array, rule: AppendRule): AppendProblem | undefined {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return 'unreadable'
  }
  const fresh = new Map<string, Value[]>()
  const reached = new Map<number, number>()
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    const next = reached.get(client) ?? Y.getState(doc.store, client)
    if (struct instanceof Y.Skip || clock > next) return 'gap'
    reached.set(client, Math.max(next, clock + struct.length))
    if (clock + struct.length <= next) continue
    const problem = checkStruct(struct, rule, fresh)
    if (problem) return problem
  }
  return checkValues(doc, decoded.ds, fresh, rule) ?? checkDeletions(doc, decoded.ds, fresh, reached)
}

function checkStruct(
  struct: Y.Item | Y.GC | Y.Skip,
  rule: AppendRule,
  fresh: Map<string, Value[]>,
): AppendProblem | undefined {
  if (!(struct instanceof Y.Item)) return 'shape'
  // A second write names what it overwrites instead of its parent.
  if (struct.origin !== null || struct.rightOrigin !== null) return 'overwrite'
  const key = struct.parentSub
  if ((struct.parent as unknown) !== 'm' || key === null) return 'shape'
  if (!rule.accepts(key)) return 'key'
  const { content } = struct
  const values = fresh.get(key) ?? []
  fresh.set(key, values)
  if (content instanceof Y.ContentDeleted && content.len === 1) values.push({ item: struct, value: undefined })
  else if (content instanceof Y.ContentAny && content.arr.length === 1)
    values.push({ item: struct, value: content.arr[0] })
  else return 'shape'
  return undefined
}

/** What is written must equal what stands and what else is written; a loser that came deleted says nothing. */
function checkValues(
  doc: Y.Doc,
  ds: DeleteSet,
  fresh: ReadonlyMap<string, Value[]>,
  rule: AppendRule,
): AppendProblem | undefined {
  const map = doc.getMap('m')
  for (const [key, values] of fresh) {
    const told = values.filter(({ item }) => !(item.content instanceof Y.ContentDeleted)).map(({ value }) => value)
    const standing = map.has(key) ? [map.get(key)] : []
    const [first, ...others] = [...standing, ...told]
    if (others.some((value) => !rule.same(key, first, value))) return 'different'
    if (isLost(winner(doc, key, values), ds)) return 'empties'
  }
  return undefined
}

/** Whatever is deleted must have lost to another write of its key. */
function checkDeletions(
  doc: Y.Doc,
  ds: DeleteSet,
  fresh: ReadonlyMap<string, Value[]>,
  reached: ReadonlyMap<number, number>,
): AppendProblem | undefined {
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > (reached.get(client) ?? Y.getState(doc.store, client))) return 'gap'
    }
  }
  for (const [key, item] of doc.getMap('m')._map) {
    if (!item.deleted && inDeleteSet(ds, item.id) && isLost(winner(doc, key, fresh.get(key) ?? []), ds))
      return 'empties'
  }
  return undefined
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * The write Yjs lets stand among writes that saw none of each other: the highest client id, and of one client the
 * first.
 */
function winner(doc: Y.Doc, key: string, fresh: readonly Value[]): Y.Item | undefined {
  const standing = doc.getMap('m')._map.get(key)
  const items = [...(standing ? [standing] : []), ...fresh.map(({ item }) => item)]
  return items.reduce<Y.Item | undefined>((best, item) => (best && !beats(item.id, best.id) ? best : item), undefined)
}

function beats(a: Y.ID, b: Y.ID): boolean {
  return a.client > b.client || (a.client === b.client && a.clock < b.clock)
}

function isLost(item: Y.Item | undefined, ds: DeleteSet): boolean {
  return !item || item.deleted || item.content instanceof Y.ContentDeleted || inDeleteSet(ds, item.id)
}

function inDeleteSet(ds: DeleteSet, { client, clock }: Y.ID): boolean {
  return (ds.clients.get(client) ?? []).some((range) => range.clock <= clock && clock < range.clock + range.len)
}

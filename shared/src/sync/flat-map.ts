import * as Y from 'yjs'
import { fitsDocument, type FlatKind } from './key-names.ts'
import type { Refusal } from './reasons.ts'
import type { Struct } from './update-parts.ts'

/** An item as `Y.decodeUpdate` gives it: a root's name stands where an integrated item has its type. */
type DecodedParent = string | Y.ID | null

/**
 * Every document but the drafts is one root map `m` of plain values. A struct that overwrites has an origin and no
 * parent: its key is that of the item it follows, which passed here when it came.
 */
export function checkFlatMap(kind: FlatKind, structs: readonly Struct[]): Refusal | undefined {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.rightOrigin !== null || !isPlain(struct.content)) return 'refused-shape'
    if (struct.origin !== null) continue
    if ((struct.parent as unknown as DecodedParent) !== 'm' || struct.parentSub === null) return 'refused-shape'
    if (!fitsDocument(kind, struct.parentSub)) return 'refused-key'
  }
  return undefined
}

function isPlain(content: Y.Item['content']): boolean {
  return content instanceof Y.ContentDeleted || (content instanceof Y.ContentAny && content.arr.length === 1)
}

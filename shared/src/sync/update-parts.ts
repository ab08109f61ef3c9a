import * as Y from 'yjs'
import { readDeleted, type DeletedRanges } from './deleted-ranges.ts'

export type Struct = Y.Item | Y.GC | Y.Skip

/** An update taken apart; structs by client in clock order, as Yjs writes them. */
export interface UpdateParts {
  readonly structs: readonly Struct[]
  readonly deleted: DeletedRanges
}

/** undefined for bytes that are no update (V1); Yjs throws on them in its own ways. */
export function takeApart(update: Uint8Array): UpdateParts | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    return { structs, deleted: readDeleted(ds) }
  } catch {
    return undefined
  }
}

/** What of the update the document does not hold yet. */
export function newStructs(doc: Y.Doc, { structs }: UpdateParts): Struct[] {
  return structs.filter(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))
}

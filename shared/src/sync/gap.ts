import * as Y from 'yjs'
import type { UpdateParts } from './update-parts.ts'

/**
 * Whether the update needs something that neither it nor the document holds. Yjs would park it without an event, so it
 * would be acknowledged and never stored; and after one refused write all later ones of that client are of this kind.
 */
export function hasGap(doc: Y.Doc, parts: UpdateParts): boolean {
  const ends = new Map<number, number>()
  const end = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client)
  for (const struct of parts.structs) {
    const { client, clock } = struct.id
    if (clock + struct.length <= end(client)) continue
    if (struct instanceof Y.Skip || clock > end(client)) return true
    ends.set(client, clock + struct.length)
  }
  const known = (id: Y.ID | null): boolean => id === null || id.clock < end(id.client)
  return (
    !parts.structs.every((struct) => !(struct instanceof Y.Item) || needs(struct).every(known)) ||
    ![...parts.deleted].every(([client, ranges]) => (ranges.at(-1)?.end ?? 0) <= end(client))
  )
}

function needs({ origin, rightOrigin, parent }: Y.Item): (Y.ID | null)[] {
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
}

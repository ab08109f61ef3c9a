import type { Change } from './contact-write.ts'

/** Bytes a change takes at most in the document: 3 per UTF-16 unit covers UTF-8, and a few for each item's head. */
function sizeOf({ key, replaced, before }: Change): number {
  return key.length + (replaced?.length ?? 0) + (typeof before === 'string' ? 3 * before.length : 9) + 12
}

/** Cuts the changes into runs of at most `limit` bytes; one that is larger by itself stands alone. */
export function chunksBySize(changes: readonly Change[], limit: number): Change[][] {
  const chunks: Change[][] = []
  let room = 0
  for (const change of changes) {
    const size = sizeOf(change)
    if (chunks.length === 0 || size > room) {
      chunks.push([])
      room = limit
    }
    chunks.at(-1)?.push(change)
    room -= size
  }
  return chunks
}

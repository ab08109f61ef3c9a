const NUMBER = 4

/** Updates that came together, as one log row: their count, then each behind its length (32 bits, little-endian). */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(updates.reduce((sum, { byteLength }) => sum + NUMBER + byteLength, NUMBER))
  const view = new DataView(packed.buffer)
  view.setUint32(0, updates.length, true)
  let at = NUMBER
  for (const update of updates) {
    view.setUint32(at, update.byteLength, true)
    packed.set(update, at + NUMBER)
    at += NUMBER + update.byteLength
  }
  return packed
}

/** Throws RangeError for a row that is not whole, wherever it was cut; nothing of it is used then. */
export function unpackUpdates(packed: Uint8Array): Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const updates: Uint8Array[] = []
  let at = NUMBER
  for (let left = view.getUint32(0, true); left > 0; left--) {
    const [start, length] = [at + NUMBER, view.getUint32(at, true)]
    at = start + length
    updates.push(packed.subarray(start, at))
  }
  if (at !== packed.byteLength) throw new RangeError('a log row is not whole')
  return updates
}

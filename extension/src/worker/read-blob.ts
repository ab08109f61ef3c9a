import { ImportError } from './failure.ts'
import { READ_BYTES, READ_TIMEOUT_MS } from './limits.ts'

/**
 * The bytes of `blob`, a slice at a time; the next is read when the caller asks, so memory stays flat.
 * Throws `unreadable-file` (the file was moved, or its disk is gone) and `stalled`.
 */
export async function* readBlob(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += READ_BYTES) yield await readSlice(blob, at, at + READ_BYTES)
}

/** Bytes [from, to) of `blob`. */
export async function readSlice(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  const { promise: timeout, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new ImportError({ reason: 'stalled' })), READ_TIMEOUT_MS)
  try {
    return new Uint8Array(await Promise.race([blob.slice(from, to).arrayBuffer(), timeout]))
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError({ reason: 'unreadable-file' })
  } finally {
    clearTimeout(timer)
  }
}

import { detectEncoding, type Encoding } from './encoding.ts'
import { HEAD_BYTES } from './limits.ts'
import { readBlob, readSlice } from './read-blob.ts'

/** The encoding of a whole file: what its head looks like as UTF-8 may have its first accent after a megabyte. */
export async function fileEncoding(blob: Blob): Promise<Encoding> {
  const { encoding, certain } = detectEncoding(await readSlice(blob, 0, HEAD_BYTES))
  if (certain || encoding !== 'utf-8' || blob.size <= HEAD_BYTES) return encoding
  return (await isUtf8(blob)) ? 'utf-8' : 'windows-1252'
}

async function isUtf8(blob: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of readBlob(blob)) if (!decodes(decoder, bytes)) return false
  return decodes(decoder, undefined)
}

function decodes(decoder: TextDecoder, bytes: Uint8Array | undefined): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return true
  } catch {
    return false
  }
}

export interface Decoded {
  text: string
  /** Bytes of the file behind this text and all before it. */
  bytesRead: number
}

/** The text of `blob` in pieces, every line end as `\n`: with mixed ones papaparse leaves `\r` on values. */
export async function* decodeBlob(blob: Blob, encoding: Encoding): AsyncGenerator<Decoded> {
  const decode = textDecoder(encoding)
  let bytesRead = 0
  for await (const bytes of readBlob(blob)) {
    bytesRead += bytes.length
    yield { text: decode(bytes), bytesRead }
  }
  yield { text: decode(undefined), bytesRead }
}

/** A decoder of pieces; `undefined` ends it. A `\r` at the end of a piece waits for the `\n` that may follow. */
export function textDecoder(encoding: Encoding): (bytes: Uint8Array | undefined) => string {
  const decoder = new TextDecoder(encoding)
  let held = ''
  return (bytes) => {
    const text = held + decoder.decode(bytes, { stream: bytes !== undefined })
    held = bytes !== undefined && text.endsWith('\r') ? '\r' : ''
    const ready = held === '' ? text : text.slice(0, -1)
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready
  }
}

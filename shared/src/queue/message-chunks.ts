import { encodeMessage, type Message } from './message.ts'

/** Messages written in one transaction. */
const CHUNK_SIZE = 400
/** A transaction's update stays under 128 kB; a quarter of that is left for what Yjs adds. */
const CHUNK_BYTES = 96 * 1024

/** Cuts messages, in their order, into runs that one transaction can hold; one that is larger by itself stands alone. */
export function chunkMessages(messages: readonly Message[]): Message[][] {
  const chunks: Message[][] = []
  let current: Message[] = []
  let room = 0
  for (const message of messages) {
    const size = utf8Length(message.id) + utf8Length(JSON.stringify(encodeMessage(message)))
    if (current.length === 0 || current.length === CHUNK_SIZE || size > room) {
      chunks.push((current = []))
      room = CHUNK_BYTES
    }
    current.push(message)
    room -= size
  }
  return chunks
}

/** Bytes as UTF-8; half of a surrogate pair counts as 2 of its 4. */
function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80) bytes++
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes++
  }
  return bytes
}

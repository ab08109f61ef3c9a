import type { DocMap, MessageId } from '../ids/index.ts'
import { decodeFact, encodeFact, type Fact } from './fact.ts'
import { decodeMessage, encodeMessage, type Message } from './message.ts'
import { messageState, type MessageState } from './message-state.ts'
import { parseQueueKey } from './queue-key.ts'

/** One message of a queue document with everything known about it. */
export interface QueueEntry {
  readonly id: MessageId
  /** undefined: its facts came before it, or a later build wrote it. Such a one is counted as unreadable, never sent. */
  readonly message?: Message
  readonly facts: readonly Fact[]
}

/** Everything in a queue document (and its late document), in the order of first mention. */
export function readQueue(...docs: readonly DocMap[]): Map<MessageId, QueueEntry> {
  const entries = new Map<MessageId, { id: MessageId; message?: Message; facts: Fact[] }>()
  for (const doc of docs) {
    for (const [key, value] of doc.entries()) {
      const parsed = parseQueueKey(key)
      if (!parsed) continue
      const entry = entries.get(parsed.id) ?? { id: parsed.id, facts: [] }
      entries.set(parsed.id, entry)
      const message = parsed.kind === 'message' ? decodeMessage(parsed.id, value) : undefined
      const fact = parsed.kind === 'message' ? undefined : decodeFact(key, value)
      if (message) entry.message = message
      if (fact) entry.facts.push(fact)
    }
  }
  return entries
}

/** The state of an entry; undefined for one without a readable message. */
export function stateOf({ message, facts }: QueueEntry): MessageState | undefined {
  return message && messageState(message, facts)
}

/** Queues a message. A key that stands is left: two devices that plan the same campaign write the same. */
export function writeMessage(doc: DocMap, message: Message): boolean {
  if (doc.has(message.id)) return false
  doc.set(message.id, encodeMessage(message))
  return true
}

/** Adds a fact. A key that stands is left, and false is answered: nothing written is ever overwritten. */
export function writeFact(doc: DocMap, id: MessageId, fact: Fact): boolean {
  const { key, value } = encodeFact(id, fact)
  if (doc.has(key)) return false
  doc.set(key, value)
  return true
}

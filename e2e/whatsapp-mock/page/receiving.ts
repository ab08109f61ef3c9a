import type { Ack, Person, ServerEvent, WireMessage } from '../wire-types.ts'
import { chatWid, ensureChat, keyOf, load, personBehind, stored } from './chats.ts'
import { DuplicateMessageError, readMessage, storeMessages, updateAck } from './message-db.ts'
import type { State } from './state.ts'
import { createWid } from './wid.ts'

/** How a receipt reaches the models: through a module others may listen in on. */
export type ReceiptHandler = (receipt: SimpleReceipt) => Promise<void>

export interface SimpleReceipt {
  from: ReturnType<typeof createWid>
  externalIds: string[]
  ack: Ack
  ackString: string
  /** Acks may then go down and repeat. */
  raw: boolean
}

const ACK_STRINGS: Readonly<Record<string, string>> = { '1': 'server', '2': 'inactive', '3': 'read', '4': 'played' }

export function receive(state: State, event: ServerEvent, receipts: () => ReceiptHandler): Promise<void> | void {
  switch (event.kind) {
    case 'stream':
      state.setStream(event.mode)
      return
    case 'policy':
      state.policy = event.policy
      return
    case 'person':
      return meet(state, event.person, event.hasChat)
    case 'account':
      state.me = event.me
      return
    case 'version':
      state.version = event.version
      state.Stream.set('needsUpdate', true)
      return
    case 'reload':
      location.reload()
      return
    case 'message':
      return take(state, event.message, event.person)
    case 'ack':
      return receipts()({
        from: createWid(event.chat),
        externalIds: [event.id],
        ack: event.ack,
        ackString: ACK_STRINGS[event.ack] ?? '',
        raw: event.raw,
      })
  }
}

/** A person the page did not know at its start; with a chat, their LID is known as well. */
async function meet(state: State, person: Person, hasChat: boolean): Promise<void> {
  if (personBehind(state, chatWid(person)) === undefined) state.boot.people.push(person)
  if (!hasChat) return
  await state.learn(person)
  ensureChat(state, person)
}

async function take(state: State, message: WireMessage, person: Person): Promise<void> {
  await meet(state, person, true)
  const { chat } = ensureChat(state, person)
  try {
    await storeMessages([stored(message)])
  } catch (error) {
    if (error instanceof DuplicateMessageError) return
    throw error
  }
  load(state, message, true)
  if (message.fromMe) return
  chat.set({ tcToken: 'token', ...(!chat.active && { unreadCount: chat.unreadCount + 1 }) })
}

/** Only growing acks count, but for a raw receipt; what memory does not hold is changed in the database alone. */
export async function applyReceipt(state: State, { from, externalIds, ack, raw }: SimpleReceipt): Promise<void> {
  for (const id of externalIds) {
    const key = `true_${from.toString()}_${id}`
    const msg = state.Msg.get(key)
    if (msg !== undefined && raw && msg.ack === ack) msg.announce('ack')
    else if (msg !== undefined && raw) msg.set('ack', ack)
    else msg?.updateAck(ack)
    await updateAck(key, (known) => (ack > known ? ack : known))
  }
}

/** After a load: what came while this device was away, and how far its own messages got. */
export async function syncHistory(state: State, messages: readonly WireMessage[]): Promise<void> {
  for (const message of messages) {
    const person = personBehind(state, createWid(message.chat))
    if (person === undefined) continue
    await state.learn(person)
    ensureChat(state, person)
    const key = keyOf(message).toString()
    const known = await readMessage(key)
    if (known === undefined) await storeMessages([stored(message)])
    else await updateAck(key, (ack) => (message.ack > ack ? message.ack : ack))
    state.Msg.get(key)?.updateAck(message.ack)
  }
}

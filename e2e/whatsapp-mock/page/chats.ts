import type { Person, WireMessage } from '../wire-types.ts'
import { readChat, readMessage, type StoredMessage } from './message-db.ts'
import { ChatModel, ContactModel, MsgModel } from './models.ts'
import { MsgKey } from './msg-key.ts'
import type { State } from './state.ts'
import { createWid, Wid } from './wid.ts'

export function chatWid({ addressing, lid, phone }: Person): Wid {
  return createWid(addressing === 'lid' ? `${lid}@lid` : `${phone}@c.us`)
}

export function personBehind(state: State, wid: Wid): Person | undefined {
  return state.boot.people.find(({ lid, phone }) => (wid.isLid() ? lid : phone) === wid.user)
}

export function contactOf(state: State, person: Person): ContactModel {
  const id = chatWid(person)
  const known = state.Contact.get(id)
  if (known !== undefined) return known
  const contact = new ContactModel({
    id,
    name: person.saved ? person.name : undefined,
    pushname: person.name,
    isBusiness: person.business,
    isContactBlocked: person.blocked,
    phoneNumber: createWid(`${person.phone}@c.us`),
  })
  Object.defineProperty(contact, 'person', { value: person, enumerable: false })
  return state.Contact.add(contact)[0] ?? contact
}

/** The chat with a person, made if it is not there; whether it was made comes along. */
export function ensureChat(state: State, person: Person): { chat: ChatModel; created: boolean } {
  const id = chatWid(person)
  const known = state.Chat.get(id)
  if (known !== undefined) return { chat: known, created: false }
  const chat = new ChatModel({ id, tcToken: person.established ? 'token' : undefined })
  const contact = contactOf(state, person)
  Object.defineProperty(chat, 'contact', { value: contact, enumerable: false })
  return { chat: state.Chat.add(chat)[0] ?? chat, created: true }
}

/**
 * `findOrCreateLatestChat`: a phone id of a LID-migrated person works only once their LID is known; the page never guesses it.
 * Rejects with "Lid is missing in chat table" before that, as WhatsApp does.
 */
export async function findOrCreateChat(state: State, wid: Wid): Promise<{ chat: ChatModel; created: boolean }> {
  await Promise.resolve()
  if (!(wid instanceof Wid)) throw new TypeError('findOrCreateLatestChat needs a wid')
  const person = personBehind(state, wid)
  if (person === undefined || !wid.isRegularUser()) throw new Error('Lid is missing in chat table')
  if (!wid.isLid() && person.addressing === 'lid' && state.currentLid(wid) === undefined)
    throw new Error('Lid is missing in chat table')
  if (wid.isLid() && person.addressing === 'pn') throw new Error('no chat is keyed by this lid')
  return ensureChat(state, person)
}

export function keyOf({ fromMe, chat, id }: WireMessage): MsgKey {
  return new MsgKey({ fromMe, remote: createWid(chat), id })
}

export function stored(message: WireMessage): StoredMessage {
  return { ...message, key: keyOf(message).toString() }
}

/** Puts a message into the models, where listeners hear of it; `isNew` tells live ones from history. */
export function load(state: State, message: WireMessage, isNew: boolean): MsgModel {
  const known = state.Msg.get(keyOf(message))
  const chat = state.Chat.get(message.chat)
  if (known !== undefined) {
    chat?.msgs.add(known)
    return known
  }
  const msg = toModel(message, isNew)
  state.Msg.add(msg)
  chat?.msgs.add(msg)
  if (chat !== undefined) chat.set('t', Math.max(chat.t, message.t))
  return msg
}

export function toModel(message: WireMessage, isNew: boolean): MsgModel {
  const { type, text, t, ack, fromMe } = message
  return new MsgModel({
    id: keyOf(message),
    type,
    body: text,
    ...(type !== 'chat' && { caption: text }),
    t,
    ack,
    from: createWid(message.from),
    to: createWid(message.to),
    self: fromMe ? 'out' : 'in',
    isNewMsg: isNew,
    local: false,
  })
}

/** Opening a chat reads the rest of it from the database, as scrolling up does. */
export async function loadChat(state: State, chat: ChatModel): Promise<void> {
  for (const message of await readChat(chat.id.toString())) load(state, message, false)
  chat.msgs._models.sort((a, b) => a.t - b.t)
}

/** Asks memory first and the database then: memory holds only what was shown or is new. */
export async function messagesById(state: State, keys: readonly (string | MsgKey)[]): Promise<MsgModel[]> {
  const found = await Promise.all(
    keys.map(async (key) => {
      const inMemory = state.Msg.get(key)
      if (inMemory !== undefined) return inMemory
      const message = await readMessage(String(key))
      return message === undefined ? undefined : load(state, message, false)
    }),
  )
  return found.filter((msg) => msg !== undefined)
}

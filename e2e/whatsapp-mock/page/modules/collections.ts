import { messagesById } from '../chats.ts'
import type { Collection } from '../model.ts'
import type { ChatModel, ContactModel, MsgModel } from '../models.ts'
import type { MsgKey } from '../msg-key.ts'
import type { State } from '../state.ts'
import { wire } from '../wire.ts'

type MsgStore = Collection<MsgModel> & {
  /** Memory first, then the database: the only way to see a message of an earlier page load. */
  getMessagesById(keys: readonly (string | MsgKey)[]): Promise<{ messages: MsgModel[] }>
  processMultipleMessages(chat: unknown, messages: unknown[]): Promise<void>
}

export interface Collections {
  Chat: Collection<ChatModel>
  Msg: MsgStore
  Contact: Collection<ContactModel>
}

const made = new WeakMap<State, Collections>()

/** One set per page: every module that hands out a collection hands out the same one. */
export function collectionsOf(state: State): Collections {
  const known = made.get(state)
  if (known !== undefined) return known
  const Msg = Object.assign(state.Msg as Collection<MsgModel>, {
    getMessagesById: async (keys: readonly (string | MsgKey)[]) => ({ messages: await lookUp(state, keys) }),
    processMultipleMessages: () => Promise.resolve(),
  })
  const collections = { Chat: withActive(state), Msg, Contact: state.Contact as Collection<ContactModel> }
  made.set(state, collections)
  return collections
}

async function lookUp(state: State, keys: readonly (string | MsgKey)[]): Promise<MsgModel[]> {
  await wire.pass('look-up', keys.map(String).join(' '))
  return messagesById(state, keys)
}

function withActive({ Chat }: State): Collection<ChatModel> {
  return Object.assign(Chat as Collection<ChatModel>, {
    getActive: () => Chat.getModelsArray().find(({ active }) => active),
  })
}

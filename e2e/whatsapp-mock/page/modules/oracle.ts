import { CommonJs, type ModuleTable } from '../loader.ts'
import { readChat } from '../message-db.ts'
import { toModel } from '../chats.ts'
import { Collection } from '../model.ts'
import { ChatModel, ContactModel, MsgModel } from '../models.ts'
import type { MsgKey } from '../msg-key.ts'
import { applyReceipt, type SimpleReceipt } from '../receiving.ts'
import type { State } from '../state.ts'
import { Wid } from '../wid.ts'
import { collectionsOf } from './collections.ts'
import { ACK, ACK_STRING } from './constants.ts'

/** What wa-js needs beyond a driver. Names in WhatsApp's style; wa-js finds most by shape, so the real ones may differ. */
export function oracleModules(state: State): ModuleTable {
  const { Chat, Msg, Contact } = collectionsOf(state)
  const receipt = (simple: SimpleReceipt): Promise<void> => applyReceipt(state, simple)
  return {
    WAWebIsRegistered: () => ({ isLoggedIn: () => state.main, isRegistered: () => state.main }),
    WAWebWid: () => new CommonJs(Wid),
    WAWebBaseCollection: () => new CommonJs(Collection),
    WAWebChatModel: () => ({ default: ChatModel, Chat: ChatModel }),
    WAWebMsgModel: () => ({ default: MsgModel, Msg: MsgModel }),
    WAWebContactModel: () => ({ default: ContactModel, Contact: ContactModel }),
    WAWebChatCollection: () => ({ ChatCollection: Chat, ChatCollectionImpl: Collection }),
    WAWebMsgCollection: () => ({ MsgCollection: Msg, MsgCollectionImpl: Collection }),
    WAWebContactCollection: () => ({ ContactCollection: Contact, ContactCollectionImpl: Collection }),
    WAWebLidPnCache: () => ({
      lidPnCache: {
        getCurrentLid: (pn: Wid) => state.currentLid(pn),
        getPhoneNumber: (lid: Wid) => state.phoneNumber(lid),
      },
    }),
    WAWebAck: () => ({ ACK, ACK_STRING }),
    WAWebTime: () => ({ unixTime: () => Math.floor(Date.now() / 1000) }),
    WAWebHandleMsgReceipt: () => ({
      handleChatSimpleReceipt: receipt,
      handleGroupSimpleReceipt: receipt,
      handleStatusSimpleReceipt: receipt,
    }),
    WAWebDBMessageFindLocal: () => ({
      msgFindByDirection: (query: FindQuery) => findMessages(query),
      msgFindBefore: (query: FindQuery) => findMessages({ ...query, direction: 'before' }),
      msgFindAfter: (query: FindQuery) => findMessages({ ...query, direction: 'after' }),
    }),
    WAWebComposeBoxActions: () => ({
      ComposeBoxActions: {
        setTextContent: (chat: ChatModel, text: string) => state.Cmd.trigger('draft', { chat, text }),
      },
    }),
  }
}

interface FindQuery {
  anchor: MsgKey
  count: number
  direction?: 'before' | 'after'
}

/** Messages of the anchor's chat before or after it, the anchor itself not among them. */
async function findMessages({ anchor, count, direction }: FindQuery): Promise<{ messages: object[]; status: number }> {
  const all = await readChat(anchor.remote.toString())
  const at = all.findIndex(({ key }) => key === anchor.toString())
  const found = direction === 'after' ? all.slice(at + 1, at + 1 + count) : all.slice(Math.max(0, at - count), at)
  return { status: 200, messages: found.map((message) => toModel(message, false).attributes) }
}

import type { Capability } from '../capabilities.ts'
import type {
  Chat,
  Collection,
  Emitter,
  KeyClass,
  Msg,
  MsgCollection,
  Recipient,
  SendResult,
  Wid,
} from './whatsapp-types.ts'

/** An export by its path in the module. For a function, `takes` is how many arguments we pass: needing more means it changed. */
export type Export = { path: string; is: 'function'; takes: number } | { path: string; is: 'object' | 'string' }

/** One module of WhatsApp Web. `Shape` is what `use(row)` gives. */
export interface Row<Shape> {
  readonly name: string
  /** Former or feared names, tried in order. */
  readonly aliases: readonly string[]
  readonly purpose: string
  readonly exports: readonly Export[]
  /** What Parley cannot do without it. */
  readonly capabilities: readonly Capability[]
  readonly shape?: Shape
}

const fn = (path: string, takes: number): Export => ({ path, is: 'function', takes })
const object = (path: string): Export => ({ path, is: 'object' })
const string = (path: string): Export => ({ path, is: 'string' })

function row<Shape>(
  name: string,
  purpose: string,
  exports: Export[],
  capabilities: Capability[],
  aliases: string[] = [],
): Row<Shape> {
  return { name, aliases, purpose, exports, capabilities }
}

const SENDS: Capability[] = ['send.text', 'send.media']

/**
 * Everything Parley uses of WhatsApp Web, by name and nothing else: required, called, listened to, never patched.
 * Names and signatures as WhatsApp Web 2.3000 has them in 2026.
 */
export const MODULES = {
  collections: row<{ Chat: Collection<Chat>; Msg: MsgCollection }>(
    'WAWebCollections',
    'chats and messages in memory, and their events',
    [
      fn('Chat.get', 1),
      fn('Chat.getModelsArray', 0),
      fn('Chat.on', 3),
      fn('Msg.get', 1),
      fn('Msg.getMessagesById', 1),
      fn('Msg.on', 3),
    ],
    [...SENDS, 'acks', 'incoming', 'open', 'lookup'],
  ),
  wids: row<{ createWid: (text: string) => Wid }>(
    'WAWebWidFactory',
    'user and group ids',
    [fn('createWid', 1)],
    [...SENDS, 'resolve', 'open', 'policy', 'lookup'],
  ),
  key: row<{ default: KeyClass }>(
    'WAWebMsgKey',
    'message keys with an id of our choice',
    [fn('default', 1), fn('default.fromString', 1)],
    [...SENDS, 'lookup'],
  ),
  me: row<{
    getMaybeMePnUser: () => Wid | undefined
    getMaybeMeLidUser: () => Wid | undefined
    getMaybeMeDevicePn: () => Wid | undefined
  }>(
    'WAWebUserPrefsMeUser',
    'the account logged in, and this link to it',
    [fn('getMaybeMePnUser', 0), fn('getMaybeMeLidUser', 0), fn('getMaybeMeDevicePn', 0)],
    [...SENDS, 'lookup'],
  ),
  findChat: row<{ findOrCreateLatestChat: (wid: Wid, why: string) => Promise<{ chat?: Chat } | undefined> }>(
    'WAWebFindChatAction',
    'the chat with a user, made when there is none',
    [fn('findOrCreateLatestChat', 2)],
    [...SENDS, 'open', 'policy'],
  ),
  send: row<{
    addAndSendMsgToChat: (chat: Chat, message: object) => readonly [Promise<unknown>, Promise<SendResult | undefined>]
    resendMsgToChat: (chat: Chat, message: Msg) => Promise<SendResult | undefined>
  }>(
    'WAWebSendMsgChatAction',
    'sending, and sending again what failed',
    [fn('addAndSendMsgToChat', 2), fn('resendMsgToChat', 2)],
    ['send.text'],
  ),
  sendResult: row<{ SendMsgResult: { OK: string } }>(
    'WAWebSendMsgResultAction',
    'names of send results',
    [object('SendMsgResult')],
    SENDS,
  ),
  exists: row<{ queryWidExists: (wid: Wid) => Promise<{ wid?: Wid } | null | undefined> }>(
    'WAWebQueryExistsJob',
    'whether a number is on WhatsApp',
    [fn('queryWidExists', 1)],
    ['resolve'],
  ),
  contact: row<{
    getCurrentLid: (wid: Wid) => Wid | null | undefined
    getPhoneNumber: (lid: Wid) => Wid | null | undefined
  }>(
    'WAWebApiContact',
    'hidden id and phone number of a user',
    [fn('getCurrentLid', 1), fn('getPhoneNumber', 1)],
    ['resolve'],
  ),
  ephemeral: row<{ getEphemeralFields: (chat: Chat) => object }>(
    'WAWebGetEphemeralFieldsMsgActionsUtils',
    'the disappearing timer of a chat',
    [fn('getEphemeralFields', 1)],
    SENDS,
  ),
  mediaData: row<{ default: { createFromData(blob: Blob, type: string): Promise<unknown> } }>(
    'WAWebMediaOpaqueData',
    'a file handed to WhatsApp',
    [fn('default.createFromData', 2)],
    ['send.media'],
  ),
  mediaPrep: row<{ prepRawMedia: (data: unknown, options: object) => unknown }>(
    'WAWebPrepRawMedia',
    'preparing and uploading media',
    [fn('prepRawMedia', 2)],
    ['send.media'],
  ),
  command: row<{ Cmd: { openChatBottom(options: { chat: Chat }): Promise<unknown> } }>(
    'WAWebCmd',
    'opening a chat',
    [fn('Cmd.openChatBottom', 1)],
    ['open'],
  ),
  stream: row<{ Stream: Emitter & { mode?: string } }>(
    'WAWebStreamModel',
    'whether this window is the active one',
    [object('Stream'), fn('Stream.on', 3)],
    [...SENDS, 'acks', 'incoming', 'lookup'],
  ),
  socket: row<{ Socket: Emitter & { state?: string; hasSynced?: boolean } }>(
    'WAWebSocketModel',
    'whether history is complete',
    [object('Socket'), fn('Socket.on', 3)],
    [...SENDS, 'lookup'],
  ),
  timelock: row<{ isUserReachoutTimelocked: () => unknown; canSendMsgWhileTimelocked: (to: Recipient) => unknown }>(
    'WAWebReachoutTimelockUtils',
    "WhatsApp's lock on writing to strangers",
    [fn('isUserReachoutTimelocked', 0), fn('canSendMsgWhileTimelocked', 1)],
    ['policy'],
  ),
  cap: row<{
    isUserCapped: () => unknown
    canSendMsgWhileCapped: (to: Recipient) => unknown
    isUserWarned: () => unknown
  }>(
    'WAWebIndividualNewChatMessageCappingLimitUtils',
    "WhatsApp's monthly cap on new chats",
    [fn('isUserCapped', 0), fn('canSendMsgWhileCapped', 1), fn('isUserWarned', 0)],
    ['policy'],
  ),
  build: row<{ VERSION_STR: string }>('WAWebBuildConstants', "WhatsApp Web's version", [string('VERSION_STR')], []),
} as const

export const ROWS: readonly Row<unknown>[] = Object.values(MODULES)

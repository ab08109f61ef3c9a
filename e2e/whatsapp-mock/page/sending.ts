import type { SendAnswer, WireMessage } from '../wire-types.ts'
import { personBehind } from './chats.ts'
import { storeMessages, updateAck } from './message-db.ts'
import { ChatModel, MsgModel } from './models.ts'
import { MsgKey } from './msg-key.ts'
import type { State } from './state.ts'
import { Wid } from './wid.ts'
import { wire } from './wire.ts'

/** What a caller hands to `addAndSendMsgToChat`; foreign, so every field is checked. */
export interface OutgoingData {
  id: MsgKey
  from: Wid
  to: Wid
  type: string
  body?: string
  caption?: string
  t?: number
  self?: string
}

export interface SendResult {
  messageSendResult: 'OK' | 'ERROR_NETWORK' | 'ERROR_UNKNOWN' | 'ERROR_EXPIRED' | 'ERROR_CANCELLED'
  t?: number
  count?: null
  ackErrorCode?: number
}

/** The shape is WhatsApp's: [message once it is stored, result once the server has answered]. */
export type SendPromises = [Promise<MsgModel>, Promise<SendResult>]

const TYPES = ['chat', 'image', 'video', 'document'] as const

export class RefusedSend extends Error {
  override readonly name = 'RefusedSend'
}

/** First reason why WhatsApp would not take this message, before anything is stored. */
function refusal(state: State, chat: unknown, data: OutgoingData): string | undefined {
  if (!(chat instanceof ChatModel) || state.Chat.get(chat.id) !== chat) return 'chat is not a model of ChatCollection'
  if (!state.main) return `stream is ${state.Stream.mode}`
  if (!(data.id instanceof MsgKey)) return 'id is not a MsgKey'
  if (!data.id.fromMe) return 'message key is not from me'
  if (!data.id.remote.equals(chat.id)) return 'message key remote id is not same of chat'
  if (!(data.to instanceof Wid) || !data.to.equals(chat.id)) return 'to is not the chat'
  if (!(data.from instanceof Wid) || !data.from.equals(state.myIdIn(chat.id)))
    return 'from does not match the chat mode'
  if (!TYPES.some((type) => type === data.type)) return `type ${String(data.type)} is not known`
  if (data.type === 'chat' && (typeof data.body !== 'string' || data.body === '')) return 'body is empty'
  if (data.self !== 'out') return 'self is not out'
  if (typeof data.t !== 'number' || data.t > 1e11) return 't is not in unix seconds'
  return undefined
}

/** MsgCollection.add → storeMessages → network: stored before sent, so the database's unique key is the guard. */
export function addAndSend(state: State, chat: ChatModel, data: OutgoingData, byHand = false): SendPromises {
  const added = prepare(state, chat, data)
  const result = added.then((msg) => chat.enqueue(() => transmit(state, chat, msg, { byHand, resend: false })))
  result.catch(() => undefined)
  return [added, result]
}

export function resend(state: State, chat: ChatModel, msg: MsgModel): Promise<SendResult> {
  if (!state.main) return Promise.reject(new RefusedSend(`stream is ${state.Stream.mode}`))
  if (msg.ack < 1) msg.set('ack', 0)
  return chat.enqueue(async () => {
    await updateAck(msg.id.toString(), (known) => (known >= 1 ? known : 0))
    return transmit(state, chat, msg, { byHand: false, resend: true })
  })
}

async function prepare(state: State, chat: ChatModel, data: OutgoingData): Promise<MsgModel> {
  await Promise.resolve()
  const reason = refusal(state, chat, data)
  if (reason !== undefined) throw new RefusedSend(reason)
  const known = state.Msg.get(data.id) !== undefined
  const msg = state.Msg.add({ ...data, ack: 0, isNewMsg: true, local: true })[0]
  if (msg === undefined) throw new RefusedSend('Msg could not be created')
  try {
    await storeMessages([record(chat, msg)])
  } catch (error) {
    if (!known) state.Msg.remove(msg)
    throw error
  }
  chat.msgs.add(msg)
  chat.set('t', msg.t)
  await wire.pass('store', msg.id.id, chat.id.toString())
  return msg
}

function record(chat: ChatModel, msg: MsgModel): WireMessage & { key: string } {
  return {
    key: msg.id.toString(),
    id: msg.id.id,
    chat: chat.id.toString(),
    fromMe: true,
    from: msg.from.toString(),
    to: msg.to.toString(),
    type: msg.type as WireMessage['type'],
    text: textOf(msg),
    t: msg.t,
    ack: 0,
  }
}

function textOf({ type, body, caption }: MsgModel): string {
  return type === 'chat' ? body : (caption ?? '')
}

async function transmit(
  state: State,
  chat: ChatModel,
  msg: MsgModel,
  how: { byHand: boolean; resend: boolean },
): Promise<SendResult> {
  if (personBehind(state, chat.id)?.blocked === true) throw new RefusedSend('contact is blocked')
  const answer = await wire.send({
    id: msg.id.id,
    chat: chat.id.toString(),
    from: msg.from.toString(),
    type: msg.type as WireMessage['type'],
    text: textOf(msg),
    ...how,
  })
  return settle(msg, answer)
}

async function settle(msg: MsgModel, answer: SendAnswer): Promise<SendResult> {
  if (answer.kind === 'crash') location.reload()
  if (answer.kind === 'crash' || answer.kind === 'silence') return new Promise<SendResult>(() => undefined)
  if (answer.kind === 'accepted') {
    await updateAck(msg.id.toString(), (known) => (known > 1 ? known : 1))
    msg.updateAck(1)
    return { messageSendResult: 'OK', t: answer.t, count: null }
  }
  await fail(msg)
  if (answer.kind === 'network') return { messageSendResult: 'ERROR_NETWORK' }
  return { messageSendResult: 'ERROR_UNKNOWN', ackErrorCode: answer.code }
}

/** A receipt may have come although the answer was lost; the message is then not failed. */
async function fail(msg: MsgModel): Promise<void> {
  if (msg.ack >= 1) return
  msg.set('ack', -1)
  await updateAck(msg.id.toString(), (known) => (known >= 1 ? known : -1))
}

/** Whether WhatsApp does this after a reload is not known, so a test can have it either way. */
export async function resumeOutbox(state: State): Promise<void> {
  for (const msg of state.Msg.getModelsArray()) {
    const chat = state.Chat.get(msg.id.remote)
    if (msg.id.fromMe && msg.ack === 0 && chat !== undefined) await resend(state, chat, msg)
  }
}

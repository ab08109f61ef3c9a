import type { PageInput, SendOutcome } from '../protocol.ts'
import { meIn, ownKey } from './keys.ts'
import { MissingModule, use } from './loader.ts'
import { MODULES } from './modules.ts'
import { chatWith } from './people.ts'
import { outcomeOf, outcomeOfError } from './send-result.ts'
import { once } from './sends.ts'
import { readState } from './state.ts'
import { stored } from './look-up.ts'
import type { Chat, Msg, SendResult } from './whatsapp-types.ts'

type Order = PageInput<'sendText'>
type Refusal = Extract<SendOutcome, { kind: 'refused' }>

/** Sends a text under the id given, at most once per page; see `once`. */
export function sendText(order: Order): Promise<SendOutcome> {
  return once(order.id, order.attempt, () => prepareAndSend(order))
}

async function prepareAndSend(order: Order): Promise<SendOutcome> {
  let handed
  try {
    const chat = await chatWith(order.chat)
    if (!chat) return refused('no-chat')
    if (String(chat.id) !== order.chat) return refused('chat-moved')
    const failed = order.native ? await stored(ownKey(chat.id, order.id)) : undefined
    // From here to the hand-over there is no await: what is checked is what is sent under.
    const refusal = refuse(order)
    if (refusal) return refusal
    handed = failed ? handOverAgain(chat, failed) : handOver(chat, order)
  } catch (error) {
    if (error instanceof MissingModule) return { ...refused('missing'), module: error.module }
    return outcomeOfError(error)
  }
  return settled(handed)
}

function refuse({ account }: Order): Refusal | undefined {
  const state = readState()
  if (state.account !== account) return refused('account')
  if (state.stream !== 'MAIN') return refused('stream')
  if (!state.synced) return refused('not-synced')
  return undefined
}

function refused(reason: Refusal['reason']): Refusal {
  return { kind: 'refused', reason, module: null }
}

/** Everything WhatsApp needs is fetched before its first call, so a missing module is a refusal and not half a send. */
function handOver(chat: Chat, { id, text }: Order): HandedOver {
  const { addAndSendMsgToChat } = use(MODULES.send)
  const message = {
    id: ownKey(chat.id, id),
    ack: 0,
    body: text,
    from: meIn(chat.id),
    to: chat.id,
    local: true,
    self: 'out',
    t: unixSeconds(),
    isNewMsg: true,
    type: 'chat',
    ...use(MODULES.ephemeral).getEphemeralFields(chat),
  }
  return addAndSendMsgToChat(chat, message)
}

type HandedOver = readonly [Promise<unknown>, Promise<SendResult | undefined>]

/** The same message under the same key, which WhatsApp has kept. */
function handOverAgain(chat: Chat, failed: Msg): HandedOver {
  return [Promise.resolve(), use(MODULES.send).resendMsgToChat(chat, failed)]
}

async function settled([added, result]: HandedOver): Promise<SendOutcome> {
  try {
    await added
    return outcomeOf(await result, unixSeconds())
  } catch (error) {
    return outcomeOfError(error)
  }
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

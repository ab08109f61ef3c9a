import type { PageInput, SendOutcome } from '../protocol.ts'
import { meIn, ownKey } from './keys.ts'
import { MissingModule, use } from './loader.ts'
import { MODULES } from './modules.ts'
import { chatWith } from './people.ts'
import { outcomeOf, outcomeOfError } from './send-result.ts'
import { once } from './sends.ts'
import { readState } from './state.ts'
import type { Chat, SendResult } from './whatsapp-types.ts'

type Order = PageInput<'sendText'>
type Refusal = Extract<SendOutcome, { kind: 'refused' }>

/** Sends a text under the id given, at most once per page; see `once`. */
export function sendText(order: Order): Promise<SendOutcome> {
  return once(order.id, () => prepareAndSend(order))
}

async function prepareAndSend(order: Order): Promise<SendOutcome> {
  let handed
  try {
    const chat = await chatWith(order.chat)
    if (!chat) return refused('no-chat')
    if (String(chat.id) !== order.chat) return refused('chat-moved')
    // From here to the hand-over there is no await: what is checked is what is sent under.
    const refusal = refuse(order)
    if (refusal) return refusal
    handed = handOver(chat, order)
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
function handOver(chat: Chat, { id, text }: Order): readonly [Promise<unknown>, Promise<SendResult | undefined>] {
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

async function settled([added, result]: readonly [
  Promise<unknown>,
  Promise<SendResult | undefined>,
]): Promise<SendOutcome> {
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

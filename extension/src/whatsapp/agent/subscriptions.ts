import { activeChat, aliasesOf, isPersonal } from './active-chat.ts'
import { find } from './loader.ts'
import { MODULES } from './modules.ts'
import { readState } from './state.ts'
import type { Tell } from './watch.ts'
import type { Emitter, Msg } from './whatsapp-types.ts'

interface Subscription {
  emitter: () => Emitter | undefined
  event: string
  act: (model: never) => void
}

/** Returns a function that listens to whatever can be listened to by now, once each, until `signal` aborts. */
export function subscriber(tell: Tell, signal: AbortSignal): () => void {
  let open = subscriptions(tell)
  return () => {
    open = open.filter((each) => !subscribe(each, signal))
  }
}

function subscriptions(tell: Tell): Subscription[] {
  const messages = (): Emitter | undefined => find(MODULES.collections).module?.Msg
  const tellState = (): void => {
    tell({ kind: 'state', state: readState() })
  }
  const tellChat = (): void => {
    tell({ kind: 'chat', chat: activeChat() })
  }
  return [
    { emitter: messages, event: 'change:ack', act: (msg: Msg) => onAck(msg, tell) },
    { emitter: messages, event: 'add', act: (msg: Msg) => onAdd(msg, tell) },
    { emitter: () => find(MODULES.stream).module?.Stream, event: 'change:mode', act: tellState },
    { emitter: () => find(MODULES.socket).module?.Socket, event: 'change:hasSynced', act: tellState },
    { emitter: () => find(MODULES.collections).module?.Chat, event: 'change:active', act: tellChat },
  ]
}

function subscribe({ emitter, event, act }: Subscription, signal: AbortSignal): boolean {
  const target = emitter()
  if (typeof target?.on !== 'function') return false
  // WhatsApp calls us in the middle of its own work: an error of ours must not reach it.
  const guarded = (model: never): void => {
    try {
      act(model)
    } catch {
      // A model of an unexpected shape; the probe names what is missing.
    }
  }
  target.on(event, guarded)
  signal.addEventListener('abort', () => {
    target.off(event, guarded)
  })
  return true
}

function onAck({ id, ack }: Msg, tell: Tell): void {
  if (!id.fromMe || typeof ack !== 'number' || !isPersonal(id.remote)) return
  tell({ kind: 'ack', id: id.id, chat: String(id.remote), ack: Math.trunc(ack) })
}

function onAdd(msg: Msg, tell: Tell): void {
  const { id, isNewMsg, t, type } = msg
  if (id.fromMe || isNewMsg !== true || !isPersonal(id.remote)) return
  // Of media, `body` is a thumbnail.
  const text = (type === 'chat' ? msg.body : msg.caption) ?? ''
  tell({
    kind: 'incoming',
    id: id.id,
    chat: String(id.remote),
    aliases: aliasesOf(id.remote),
    from: String(msg.author ?? msg.from ?? id.remote),
    at: t ?? 0,
    type: type ?? '',
    text: text.slice(0, 4_096),
  })
}

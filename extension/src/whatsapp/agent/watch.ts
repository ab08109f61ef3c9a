import type { OpenChat } from '../panel-protocol.ts'
import type { PageEvent, Report } from '../protocol.ts'
import { find } from './loader.ts'
import { MODULES } from './modules.ts'
import { later } from './primordials.ts'
import { probe } from './probe.ts'
import { readState } from './state.ts'
import type { Chat, Emitter, Msg, Wid } from './whatsapp-types.ts'

const LOOK_MS = 1_000
/** Modules may register late; after this many looks what is missing counts as missing until the version changes. */
const PATIENT_LOOKS = 30

type Tell = (event: PageEvent) => void

/**
 * Reports what happens in WhatsApp. Events are listened to; account and version have none, so they are looked at once a
 * second. Nothing is required before the page has loaded: requiring a module runs it, and that order is WhatsApp's.
 */
export function watch(report: Tell, signal: AbortSignal): void {
  const tell = onChange(report)
  let looks = 0
  let last: Report | undefined
  const subscriptions = subscriber(report, signal)
  function look(): void {
    if (signal.aborted) return
    if (document.readyState === 'complete') {
      subscriptions()
      tell({ kind: 'state', state: readState() })
      tell({ kind: 'chat', chat: activeChat() })
      if (last === undefined || (looks < PATIENT_LOOKS && !isWhole(last)) || last.version !== readState().version) {
        last = probe()
        tell({ kind: 'report', report: last })
      }
      looks++
    }
    later(look, LOOK_MS)
  }
  look()
}

function isWhole({ missing, failed }: Report): boolean {
  return missing.length === 0 && failed.length === 0
}

/** Passes an event on only if it differs from the last of its kind. */
function onChange(report: Tell): Tell {
  const told: Partial<Record<PageEvent['kind'], string>> = {}
  return (event) => {
    const text = JSON.stringify(event)
    if (told[event.kind] === text) return
    told[event.kind] = text
    report(event)
  }
}

/** Returns a function that listens to whatever can be listened to by now, once each. */
function subscriber(report: Tell, signal: AbortSignal): () => void {
  const tellState = (): void => {
    report({ kind: 'state', state: readState() })
  }
  const wanted: { emitter: () => Emitter | undefined; event: string; act: (model: never) => void }[] = [
    {
      emitter: () => find(MODULES.collections).module?.Msg,
      event: 'change:ack',
      act: (msg: Msg) => {
        onAck(msg, report)
      },
    },
    {
      emitter: () => find(MODULES.collections).module?.Msg,
      event: 'add',
      act: (msg: Msg) => {
        onAdd(msg, report)
      },
    },
    { emitter: () => find(MODULES.stream).module?.Stream, event: 'change:mode', act: tellState },
    { emitter: () => find(MODULES.socket).module?.Socket, event: 'change:hasSynced', act: tellState },
    {
      emitter: () => find(MODULES.collections).module?.Chat,
      event: 'change:active',
      act: () => {
        report({ kind: 'chat', chat: activeChat() })
      },
    },
  ]
  return () => {
    for (let at = wanted.length - 1; at >= 0; at--) {
      const { emitter, event, act } = wanted[at]!
      const target = emitter()
      if (typeof target?.on !== 'function') continue
      target.on(event, act)
      signal.addEventListener('abort', () => {
        target.off(event, act)
      })
      wanted.splice(at, 1)
    }
  }
}

function onAck({ id, ack }: Msg, report: Tell): void {
  if (!id.fromMe || typeof ack !== 'number' || !isPersonal(id.remote)) return
  report({ kind: 'ack', id: id.id, chat: String(id.remote), ack: Math.trunc(ack) })
}

function onAdd(msg: Msg, report: Tell): void {
  const { id, isNewMsg, t, type } = msg
  if (id.fromMe || isNewMsg !== true || !isPersonal(id.remote)) return
  const from = msg.author ?? msg.from ?? id.remote
  // Of media, `body` is a thumbnail.
  const text = (type === 'chat' ? msg.body : msg.caption) ?? ''
  report({
    kind: 'incoming',
    id: id.id,
    chat: String(id.remote),
    from: String(from),
    at: t ?? 0,
    type: type ?? '',
    text: text.slice(0, 4_096),
  })
}

/** Status, channels and bots are nobody's chat. */
function isPersonal({ server }: Wid): boolean {
  return server === 'c.us' || server === 'lid' || server === 'g.us'
}

function activeChat(): OpenChat | null {
  try {
    const chat = find(MODULES.collections)
      .module?.Chat.getModelsArray()
      .find(({ active }) => active === true)
    return chat && isPersonal(chat.id) ? describe(chat) : null
  } catch {
    return null
  }
}

function describe({ id, formattedTitle }: Chat): OpenChat {
  const contact = find(MODULES.contact).module
  const other = id.isGroup() ? undefined : id.isLid() ? contact?.getPhoneNumber(id) : contact?.getCurrentLid(id)
  return {
    id: String(id),
    aliases: other ? [String(other)] : [],
    title: (formattedTitle ?? '').slice(0, 512),
    group: id.isGroup(),
  }
}

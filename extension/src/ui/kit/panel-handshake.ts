import { browser } from '#imports'
import {
  hello,
  type Confirm,
  type Hello,
  type HostMessage,
  type InsertResult,
  type OpenChat,
  type OpenResult,
  type PanelMessage,
  type Theme,
} from '../../whatsapp/panel-protocol.ts'

const PAGE = 'https://web.whatsapp.com'

/** Fits `useSyncExternalStore`. */
export interface Watched<T> {
  get: () => T
  subscribe: (listener: () => void) => () => void
}

/** The WhatsApp page around the panel. */
export interface HostPort {
  /** WhatsApp's own scheme, which the panel follows. */
  readonly theme: Watched<Theme>
  /** The chat open beside the panel; null while there is none. */
  readonly chat: Watched<OpenChat | null>
  /** Puts `text` into WhatsApp's composer; a person presses Send. */
  insertDraft(text: string): Promise<InsertResult>
  /** Opens a chat by WhatsApp's id of it. */
  openChat(chat: string): Promise<OpenResult>
  close(): void
}

/**
 * Waits until our content script hands over its port; call it while the panel's module loads, the port comes right
 * after. The page can frame this file too and send a port of its own, so nothing may render before this resolves.
 */
export function waitForHost(): Promise<HostPort> {
  return new Promise((resolve) => {
    async function onMessage(event: MessageEvent): Promise<void> {
      const port = event.ports[0]
      const message = hello.safeParse(event.data)
      if (event.source !== window.parent || event.origin !== PAGE || !port || !message.success) return
      if (!(await isConfirmed(message.data.nonce))) return
      window.removeEventListener('message', listener)
      resolve(connect(port, message.data))
    }
    const listener = (event: MessageEvent): void => void onMessage(event)
    window.addEventListener('message', listener)
  })
}

/**
 * Asks the content script of this tab, by way of the engine: it says yes only to the nonce it gave out last. An engine
 * that was stopped meanwhile answers nothing, which is not a no.
 */
async function isConfirmed(nonce: string): Promise<boolean> {
  const question: Confirm = { kind: 'parley.confirm', nonce }
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer: unknown = await browser.runtime.sendMessage(question).catch(() => undefined)
    if (typeof answer === 'boolean') return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

function connect(port: MessagePort, first: Hello): HostPort {
  const theme = watched<Theme>(first.theme)
  const chat = watched<OpenChat | null>(null)
  const waiting = new Map<number, (result: never) => void>()
  let lastId = 0
  const say = (message: PanelMessage): void => {
    port.postMessage(message)
  }
  const ask = <T>(message: (id: number) => PanelMessage): Promise<T> =>
    new Promise((resolve) => {
      waiting.set(++lastId, resolve)
      say(message(lastId))
    })
  port.onmessage = ({ data }: MessageEvent<HostMessage>) => {
    if (data.kind === 'theme') theme.set(data.theme)
    if (data.kind === 'chat') chat.set(data.chat)
    if (data.kind === 'done') settle(waiting, data.id, data.result)
  }
  closeByKeyboard(() => {
    say({ kind: 'close' })
  })
  return {
    theme,
    chat,
    insertDraft: (text) => ask((id) => ({ kind: 'insert', id, text })),
    openChat: (wid) => ask((id) => ({ kind: 'open', id, chat: wid })),
    close: () => {
      say({ kind: 'close' })
    },
  }
}

function settle(waiting: Map<number, (result: never) => void>, id: number, result: unknown): void {
  waiting.get(id)?.(result as never)
  waiting.delete(id)
}

/** The page never sees keys pressed in this frame, so the shortcut that opens the panel is heard here to close it. */
function closeByKeyboard(close: () => void): void {
  window.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return
    event.preventDefault()
    close()
  })
}

function watched<T>(first: T): Watched<T> & { set: (value: T) => void } {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

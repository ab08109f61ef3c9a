import { browser } from '#imports'
import {
  confirm,
  panelMessage,
  type Hello,
  type HostMessage,
  type InsertResult,
  type OpenChat,
  type OpenResult,
  type PanelMessage,
  type Theme,
} from '../panel-protocol.ts'

/** What the panel may have done in the page. */
export interface PanelActions {
  insertDraft(text: string): Promise<InsertResult>
  openChat(chat: string): Promise<OpenResult>
  close(): void
}

export interface PanelHost {
  /** Puts the panel's frame into `place`; a second call finds it there. */
  showIn(place: HTMLElement): void
  setTheme(theme: Theme): void
  setChat(chat: OpenChat | null): void
}

/**
 * The page's side of the panel frame. Each load of the frame gets one port and one nonce, sent to the extension's
 * origin only: if the page has sent the frame elsewhere, nothing arrives there.
 */
export function createPanelHost(actions: PanelActions, signal: AbortSignal): PanelHost {
  const nonces = answerNonces(signal)
  let theme: Theme = 'light'
  let chat: OpenChat | null = null
  let frame: HTMLIFrameElement | undefined
  let port: MessagePort | undefined

  const say = (message: HostMessage): void => port?.postMessage(message)
  function greet(loaded: HTMLIFrameElement): void {
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = ({ data }) => void obey(data, actions, say)
    const message: Hello = { kind: 'parley.hello', nonce: nonces.next(), theme }
    loaded.contentWindow?.postMessage(message, frameOrigin(), [channel.port2])
    say({ kind: 'chat', chat })
  }
  signal.addEventListener('abort', () => port?.close())

  return {
    showIn(place) {
      if (frame?.isConnected === true) return
      const made = panelFrame()
      made.addEventListener(
        'load',
        () => {
          greet(made)
        },
        { signal },
      )
      place.append(made)
      frame = made
    },
    setTheme(next) {
      theme = next
      say({ kind: 'theme', theme })
    },
    setChat(next) {
      chat = next
      say({ kind: 'chat', chat })
    },
  }
}

function panelFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = 'Parley'
  frame.src = browser.runtime.getURL('/panel.html')
  return frame
}

/** The frame's true origin. Chrome's `getURL` gives a passing host name that only stands for it (`use_dynamic_url`). */
function frameOrigin(): string {
  const { protocol, origin } = new URL(browser.runtime.getURL('/panel.html'))
  return protocol === 'chrome-extension:' ? `chrome-extension://${browser.runtime.id}` : origin
}

async function obey(data: unknown, actions: PanelActions, say: (message: HostMessage) => void): Promise<void> {
  const parsed = panelMessage.safeParse(data)
  if (!parsed.success) return
  const message: PanelMessage = parsed.data
  if (message.kind === 'close') {
    actions.close()
    return
  }
  const result =
    message.kind === 'insert' ? await actions.insertDraft(message.text) : await actions.openChat(message.chat)
  say({ kind: 'done', id: message.id, result })
}

/** Says yes to the nonce given out last. Runtime messages are out of the page's reach. */
function answerNonces(signal: AbortSignal): { next: () => string } {
  let current: string | undefined
  function listener(
    message: unknown,
    sender: { id?: string | undefined },
    answer: (value: boolean) => void,
  ): undefined {
    const question = confirm.safeParse(message)
    if (!question.success || sender.id !== browser.runtime.id) return
    answer(question.data.nonce === current)
  }
  browser.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(listener)
  })
  return { next: () => (current = crypto.randomUUID()) }
}

import { browser, type Browser } from '#imports'
import { PAGE_COMMANDS, type PageAnswer, type PageCommand, type PageEvent, type PageInput } from '../protocol.ts'
import { CALL, PAGE_PORT, type FromPage, type ToPage } from './engine-frames.ts'
import type { PageLink } from './page-link.ts'
import { sendRendered } from './send-rendered.ts'

/** A ping this recent means the engine had work due. */
const DUE_MS = 30_000

export interface EngineLink {
  tell(event: PageEvent): void
}

/**
 * The content script's port to the engine. A connection starts a sleeping engine, so after the engine went away it is
 * made again only when there is a reason: it had work due, it calls, or there is something to tell.
 */
export function openEngineLink(page: PageLink, signal: AbortSignal): EngineLink {
  const latest = new Map<PageEvent['kind'], PageEvent>()
  let port: Browser.runtime.Port | undefined
  let pingedAt = -Infinity

  function connect(): Browser.runtime.Port | undefined {
    if (port || signal.aborted) return port
    const opened = browser.runtime.connect({ name: PAGE_PORT })
    port = opened
    opened.onMessage.addListener((message: ToPage) => void obey(opened, message))
    opened.onDisconnect.addListener(() => {
      port = undefined
      if (performance.now() - pingedAt < DUE_MS) connect()
    })
    for (const event of latest.values()) say(opened, { kind: 'event', event })
    return opened
  }

  async function obey(from: Browser.runtime.Port, message: ToPage): Promise<void> {
    if (message.kind === 'ping') {
      pingedAt = performance.now()
      say(from, { kind: 'pong' })
      return
    }
    const { id, name } = message
    const answer = await (name === 'sendText' ? sendRendered(page, message.input) : askPage(page, name, message.input))
    if (port !== from) return
    say(from, answer.ok ? { kind: 'answer', id, value: answer.value } : { kind: 'failure', id, error: answer.error })
  }

  function tell(event: PageEvent): void {
    const isLasting = event.kind === 'state' || event.kind === 'report' || event.kind === 'chat'
    const isNew = port === undefined
    if (isLasting) latest.set(event.kind, event)
    const opened = connect()
    if (opened && !(isNew && isLasting)) say(opened, { kind: 'event', event })
  }

  listenForCalls(connect, signal)
  signal.addEventListener('abort', () => port?.disconnect())
  connect()
  return { tell }
}

function askPage<N extends PageCommand>(page: PageLink, name: N, input: unknown): Promise<PageAnswer<N>> {
  return page.ask(name, PAGE_COMMANDS[name].input.parse(input) as PageInput<N>)
}

function say(port: Browser.runtime.Port, message: FromPage): void {
  port.postMessage(message)
}

function listenForCalls(connect: () => void, signal: AbortSignal): void {
  const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
    const isCall = (message as { kind?: unknown } | null)?.kind === CALL
    if (isCall && sender.id === browser.runtime.id) connect()
  }
  browser.runtime.onMessage.addListener(onMessage)
  // A page that comes back from the back/forward cache lost its port on the way in.
  window.addEventListener('pageshow', ({ persisted }) => persisted && connect(), { signal })
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage)
  })
}

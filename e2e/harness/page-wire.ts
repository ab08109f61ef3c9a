import type { browser as Browser } from 'wxt/browser'
import type { FromPage } from '../../extension/src/whatsapp/bridge/engine-frames.ts'
import type { PageCommand, PageEvent, PageInput, PageValue, PageError } from '../../extension/src/whatsapp/protocol.ts'
import type { Chromium } from './chromium.ts'

interface Listening {
  events: PageEvent[]
  waiting: Record<number, (answer: FromPage) => void>
  port?: { postMessage(message: unknown): void }
}

/** The engine's end of the port to a WhatsApp tab, for asking the page what no screen asks yet. */
export interface PageWire {
  /** The value, or why there is none. */
  ask<N extends PageCommand>(name: N, input: PageInput<N>): Promise<PageValue<N> | PageError>
  /** Everything the tab reported since the wire was opened or cleared, oldest first. */
  events(): Promise<PageEvent[]>
  clear(): Promise<void>
}

/**
 * Listens in an extension page beside the engine: a port reaches every extension page that listens. Open it before the
 * WhatsApp tab. Nothing of the product knows of it.
 */
export async function openPageWire(device: Chromium): Promise<PageWire> {
  const page = await device.openApp()
  await page.evaluate(listen)
  return {
    ask: async (name, input) => {
      const answer = await page.evaluate(ask, { name, input })
      if (answer.kind === 'answer') return answer.value as never
      if (answer.kind === 'failure') return answer.error
      throw new Error(`The tab answered ${answer.kind}`)
    },
    events: () => page.evaluate(() => (globalThis as unknown as { parley: Listening }).parley.events),
    clear: () =>
      page.evaluate(() => {
        ;(globalThis as unknown as { parley: Listening }).parley.events = []
      }),
  }
}

function listen(): void {
  const parley: Listening = { events: [], waiting: {} }
  Object.assign(globalThis, { parley })
  const { chrome } = globalThis as unknown as { chrome: typeof Browser }
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'page') return
    parley.port = port
    port.onMessage.addListener((message: FromPage) => {
      if (message.kind === 'event') parley.events.push(message.event)
      else if (message.kind !== 'pong') parley.waiting[message.id]?.(message)
    })
  })
}

function ask({ name, input }: { name: string; input: unknown }): Promise<FromPage> {
  const { parley } = globalThis as unknown as { parley: Listening & { lastId?: number } }
  // Far from the ids the engine itself uses on this port.
  parley.lastId = (parley.lastId ?? 1_000_000_000) + 1
  const id = parley.lastId
  return new Promise((resolve) => {
    parley.waiting[id] = resolve
    parley.port?.postMessage({ kind: 'ask', id, name, input })
  })
}

/** The last event of a kind the tab reported. */
export async function lastOf<K extends PageEvent['kind']>(
  wire: PageWire,
  kind: K,
): Promise<Extract<PageEvent, { kind: K }> | undefined> {
  const events = await wire.events()
  return events.filter((event): event is Extract<PageEvent, { kind: K }> => event.kind === kind).at(-1)
}

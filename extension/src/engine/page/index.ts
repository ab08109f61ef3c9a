import { browser, type Browser } from '#imports'
import { CALL, PAGE_PORT } from '../../whatsapp/bridge/engine-frames.ts'
import type { PageAnswer, PageCommand, PageEvent, PageInput, PageState } from '../../whatsapp/protocol.ts'
import type { Sender } from '../calls.ts'
import { connectPage, type PageConnection } from './page-connection.ts'
import { relayConfirmations } from './relay-confirmations.ts'
import { senderOf, tabFor, type PageTab } from './tabs.ts'

export { capabilitiesOf, type PageTab } from './tabs.ts'

const WHATSAPP = 'https://web.whatsapp.com/'
const PING_MS = 20_000

/** Every WhatsApp tab that is connected, and what it said last. */
export interface Pages {
  tabs(): PageTab[]
  /** Answers the query `page.senders`. */
  senders(): Sender[]
  tabFor(account: string): PageTab | undefined
  ask<N extends PageCommand>(tabId: number, name: N, input: PageInput<N>): Promise<PageAnswer<N>>
  /** While work is due, the tabs are pinged so that the browser lets the engine live; otherwise it may sleep. */
  setDue(due: boolean): void
}

export interface PageListeners {
  /** A tab came, went or said something new of itself. */
  onChange?: (tabs: PageTab[]) => void
  /** Receipts and inbound messages, as they come. */
  onEvent?: (tab: PageTab, event: PageEvent) => void
}

interface Connected {
  tab: PageTab
  connection: PageConnection
}

/** Takes connections from WhatsApp tabs and calls the open ones. Call it in the first turn of the background script. */
export function startPages({ onChange, onEvent }: PageListeners = {}): Pages {
  const connected = new Map<Browser.runtime.Port, Connected>()
  let pinging: ReturnType<typeof setInterval> | undefined
  const tabs = (): PageTab[] => [...connected.values()].map(({ tab }) => tab)

  function accept(port: Browser.runtime.Port): void {
    const tabId = tabIdOf(port)
    if (tabId === undefined) return
    const entry: Connected = {
      tab: { tabId, state: null, report: null, chat: null },
      connection: connectPage(
        {
          post: (message) => {
            port.postMessage(message)
          },
        },
        (event) => {
          entry.tab = remember(entry.tab, event)
          if (event.kind === 'ack' || event.kind === 'incoming') onEvent?.(entry.tab, event)
          else onChange?.(tabs())
        },
      ),
    }
    connected.set(port, entry)
    port.onMessage.addListener((message: unknown) => {
      entry.connection.receive(message)
    })
    port.onDisconnect.addListener(() => {
      connected.delete(port)
      entry.connection.close()
      onChange?.(tabs())
    })
    onChange?.(tabs())
  }

  browser.runtime.onConnect.addListener(accept)
  relayConfirmations()
  void callTabs()
  return {
    tabs,
    senders: () => tabs().map(senderOf),
    tabFor: (account) => tabFor(account, tabs()),
    ask: (tabId, name, input) => {
      const entry = [...connected.values()].find(({ tab }) => tab.tabId === tabId)
      return entry ? entry.connection.ask(name, input) : Promise.resolve({ ok: false, error: { reason: 'gone' } })
    },
    setDue: (due) => {
      clearInterval(pinging)
      const pingAll = (): void => {
        for (const { connection } of connected.values()) connection.ping()
      }
      pinging = due ? setInterval(pingAll, PING_MS) : undefined
      if (due) pingAll()
    },
  }
}

/** The tab behind a port, if it is WhatsApp's own top frame in this extension's content script. */
function tabIdOf({ name, sender }: Browser.runtime.Port): number | undefined {
  const isOurs = name === PAGE_PORT && sender?.id === browser.runtime.id
  const isWhatsApp = sender?.frameId === 0 && sender.url?.startsWith(WHATSAPP) === true
  return isOurs && isWhatsApp ? sender.tab?.id : undefined
}

function remember(tab: PageTab, event: PageEvent): PageTab {
  if (event.kind === 'state') return { ...tab, state: withAccount(event.state, tab.state) }
  if (event.kind === 'report') return { ...tab, report: event.report }
  if (event.kind === 'chat') return { ...tab, chat: event.chat }
  return tab
}

/** WhatsApp does not say whose account it is while another window is the active one; only a logout makes it nobody's. */
function withAccount(state: PageState, before: PageState | null): PageState {
  const isSilent = state.account === null && state.stream !== 'QR'
  return isSilent ? { ...state, account: before?.account ?? null } : state
}

/** An engine that starts while tabs are open asks them to connect; a tab that is still loading does so by itself. */
async function callTabs(): Promise<void> {
  const open = await browser.tabs.query({ url: `${WHATSAPP}*` })
  for (const { id } of open)
    if (id !== undefined) void browser.tabs.sendMessage(id, { kind: CALL }, { frameId: 0 }).catch(() => undefined)
}

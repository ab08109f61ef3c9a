import { aliasPlace, asEventId, consentDoc, type E164 } from '@parley/shared/ids'
import { recordConsent } from '@parley/shared/contacts'
import { isOptOut } from '@parley/shared/queue'
import type { PageEvent } from '../../whatsapp/protocol.ts'
import { writeHistory } from '../contacts/operations.ts'
import type { Store, Work } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'
import { addressOf } from './addresses.ts'
import type { Asking } from './page-questions.ts'
import type { Talks } from './talks.ts'

type Incoming = Extract<PageEvent, { kind: 'incoming' }>

/** What people write to a sender: it makes them warm, and "stop" opts them out. */
export class Inbound {
  readonly #store: Store
  readonly #layout: Layout
  readonly #talks: Talks
  readonly #pages: Asking

  constructor(store: Store, layout: Layout, talks: Talks, pages: Asking) {
    this.#store = store
    this.#layout = layout
    this.#talks = talks
    this.#pages = pages
  }

  async heard(account: E164, tabId: number, message: Incoming): Promise<void> {
    if (message.chat.endsWith('@g.us')) return
    const isStop = isOptOut(message.text)
    const known = [message.chat, ...message.aliases]
    // Whose number it is WhatsApp is asked for a "stop" alone: a query for every message would be traffic of its own.
    const chats = isStop && !known.some(isNumber) ? await this.#chatsOf(tabId, message.chat) : known
    await this.#store.step(async (work) => {
      const at = Math.min(message.at * 1000, work.now)
      this.#talks.heard(work, account, chats, at)
      if (isStop) await this.#optOut(work, message, chats, at)
    })
  }

  /** Every id WhatsApp knows the writer under: an opt-out has to hold for the number, not for a hidden id alone. */
  async #chatsOf(tabId: number, chat: string): Promise<string[]> {
    const answer = await this.#pages.ask(tabId, 'resolve', { wid: chat })
    const known = answer.ok && answer.value.kind === 'present' ? [answer.value.lid, answer.value.pn] : []
    return [...new Set([chat, ...known.filter((wid) => wid !== null)])]
  }

  /** The event's id is the message's, so every device that sees it writes the same key. */
  async #optOut(work: Work, { id }: Incoming, chats: readonly string[], at: number): Promise<void> {
    const event = asEventId(id)
    if (!event) return
    let isNew = false
    for (const alias of chats.map(addressOf)) {
      const { key, shard } = aliasPlace(this.#layout.workspace, alias)
      isNew =
        (await work.edit(consentDoc(this.#layout.workspace, shard), (m) =>
          recordConsent(m, key, { id: event, kind: 'out', at, by: work.actor, source: '', supersedes: [] }),
        )) || isNew
    }
    if (isNew) await writeHistory(work, this.#layout, { kind: 'opt-out' })
  }
}

function isNumber(chat: string): boolean {
  return addressOf(chat).startsWith('+')
}

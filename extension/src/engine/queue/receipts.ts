import type { MessageId } from '@parley/shared/ids'
import {
  classifyAck,
  lookupChats,
  openForReceipts,
  receiptFact,
  type QueueEntry,
  type Receipt,
} from '@parley/shared/queue'
import type { PageEvent } from '../../whatsapp/protocol.ts'
import type { Store } from '../store/index.ts'
import type { CampaignBook } from './campaign-book.ts'
import type { Asking } from './page-questions.ts'
import { writeFactOf } from './write-facts.ts'

/** Keys in one question to the page. */
const ASKED_AT_ONCE = 200
/** Older ones hardly move any more, and there are many. */
const READ_FOR_MS = 14 * 24 * 60 * 60_000

type Ack = Extract<PageEvent, { kind: 'ack' }>

interface Place {
  readonly book: CampaignBook
  readonly id: MessageId
}

/** Writes what acks say about messages; receipts only move forward, so nothing depends on their order. */
export class Receipts {
  readonly #store: Store
  readonly #now: () => number

  constructor(store: Store, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /** An ack as it comes. Answers the message it is about, if it is one of ours. */
  async heard({ id, ack }: Ack, books: readonly CampaignBook[]): Promise<MessageId | undefined> {
    const place = placeOf(id, books)
    const meaning = classifyAck(ack)
    if (place && meaning.kind === 'receipt') await this.#write([{ ...place, receipt: meaning.receipt }])
    return place?.id
  }

  /** Reads the acks of everything that can still move: they may have come while nobody listened. */
  async catchUp(pages: Asking, tabId: number, books: readonly CampaignBook[]): Promise<void> {
    const since = this.#now() - READ_FOR_MS
    const asked = books.filter(({ newestFact }) => newestFact > since).flatMap((book) => openKeys(book))
    for (let at = 0; at < asked.length; at += ASKED_AT_ONCE) {
      const some = asked.slice(at, at + ASKED_AT_ONCE)
      const answer = await pages.ask(tabId, 'lookup', { keys: some.map(({ key }) => key) })
      if (!answer.ok) return
      const found = answer.value.flatMap((finding, n) => {
        const place = some[n]
        const meaning = finding.kind === 'found' ? classifyAck(finding.ack) : undefined
        return place && meaning?.kind === 'receipt' ? [{ ...place, receipt: meaning.receipt }] : []
      })
      await this.#write(found)
    }
  }

  async #write(found: readonly (Place & { receipt: Receipt })[]): Promise<void> {
    if (found.every((each) => factOf(each, this.#now()) === undefined)) return
    await this.#store.step(async (work) => {
      for (const each of found) {
        const fact = factOf(each, this.#now())
        if (fact) await writeFactOf(work, { doc: each.book.docOf(each.id), id: each.id }, fact)
      }
    })
  }
}

function factOf({ book, id, receipt }: Place & { receipt: Receipt }, now: number): ReturnType<typeof receiptFact> {
  return receiptFact(book.entry(id)?.facts ?? [], receipt, { holder: true, seenAt: now, now })
}

function placeOf(whatsAppId: string, books: readonly CampaignBook[]): Place | undefined {
  for (const book of books) {
    const id = book.withWhatsAppId(whatsAppId)
    if (id) return { book, id }
  }
  return undefined
}

function openKeys(book: CampaignBook): (Place & { key: { id: string; chat: string } })[] {
  const entries = new Map<MessageId, QueueEntry>([...book.entries()].map((entry) => [entry.id, entry]))
  return openForReceipts(entries.values()).flatMap((id) => {
    const { message, facts = [] } = entries.get(id) ?? {}
    return lookupChats({ facts, recipient: undefined }).map((chat) => ({
      book,
      id,
      key: { id: message?.whatsAppId ?? '', chat },
    }))
  })
}

import { ruleDoc, workDoc, type CampaignId, type MessageId } from '@parley/shared/ids'
import { readPacing, writeCampaignWord, type MessageState } from '@parley/shared/queue'
import type { CampaignBook } from './campaign-book.ts'
import type { Desk } from './desk.ts'
import type { EngineClock } from './engine-clock.ts'
import { askAgainAt, isOfTheSender, type Hold } from './hold.ts'
import { leaseKey, readLease, writeLease } from './lease-row.ts'
import { MessageRun, type Left } from './message-run.ts'
import { paceBefore } from './pace.ts'
import { paceKey, readPace, writePace, type PaceRow } from './pace-row.ts'
import { writeFactOf } from './write-facts.ts'

/** Cancelled messages in one transaction. */
const CANCELLED_AT_ONCE = 200
const AFTER_FAULT_MS = 30_000
/** What to take up first: what may have been handed over, what a person asked for, what was begun, the rest in order. */
const ORDER: readonly MessageState['kind'][] = ['dispatching', 'uncertain', 'failed', 'reserved', 'queued']
const NOTHING_HELD: Left = { kind: 'nothing' }

/** One sender's loop: takes up one message after the other, and knows when to look again. */
export class SenderRunner {
  readonly desk: Desk
  readonly #clock: EngineClock
  readonly #changed: () => void
  /** Why the messages of a campaign wait, as of the last look. */
  #holds: ReadonlyMap<CampaignId, Hold> = new Map()
  /** Messages the page has said "not now" about, and until when that is believed. */
  readonly #aside = new Map<MessageId, { readonly hold: Hold; readonly until: number }>()
  #due = Infinity
  #closed = false
  #looking = false
  #cancelling: Promise<unknown> | undefined
  #lookAgain = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(desk: Desk, clock: EngineClock, changed: () => void) {
    this.desk = desk
    this.#clock = clock
    this.#changed = changed
  }

  /** When it wants to look again, ms since 1970; Infinity: when something happens. */
  get due(): number {
    return this.#looking ? this.desk.now() : this.#due
  }

  holdOf(campaign: CampaignId): Hold | undefined {
    return this.#holds.get(campaign)
  }

  /** Something happened that may let a message go. */
  wake(): void {
    if (this.#closed) return
    this.#lookAgain = true
    this.#cancelling ??= this.#cancelStopped()
      .catch((error: unknown) => void this.#fault(error))
      .finally(() => (this.#cancelling = undefined))
    if (!this.#looking) void this.#look()
  }

  /** The page changed, or said something of this message: what it said before no longer counts. */
  forget(message?: MessageId): void {
    if (message) this.#aside.delete(message)
    else this.#aside.clear()
    this.wake()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  async #look(): Promise<void> {
    this.#looking = true
    clearTimeout(this.#timer)
    while (this.#lookAgain && !this.#closed) {
      this.#lookAgain = false
      this.#due = await this.#round().catch((error: unknown) => this.#fault(error))
      if (this.#due <= this.desk.now()) this.#lookAgain = true
    }
    this.#looking = false
    this.#changed()
    this.#sleep()
  }

  #sleep(): void {
    if (this.#closed || this.#due === Infinity) return
    this.#timer = setTimeout(() => this.wake(), this.#due - this.desk.now())
  }

  /** By name only: its message may quote a number or a text. */
  #fault(error: unknown): number {
    console.error(`the queue stopped: ${error instanceof Error ? error.name : typeof error}`)
    return this.desk.now() + AFTER_FAULT_MS
  }

  /** Takes up messages until one has moved or none can; answers when to look again. */
  async #round(): Promise<number> {
    const books = this.#books().filter((book) => book.isComplete)
    const pace = await this.#prepare(books)
    const holds = new Map<CampaignId, Hold>()
    let due = Infinity
    for (const book of books) {
      for (const id of openMessages(book)) {
        const left = await this.#takeUp(book, id, pace)
        if (left.kind === 'moved') return this.#seen(new Map(), this.desk.now())
        if (left.kind === 'nothing') continue
        due = Math.min(due, askAgainAt(left.hold, this.desk.now()))
        if (!holds.has(book.header.campaign)) holds.set(book.header.campaign, left.hold)
        if (!isOfTheSender(left.hold)) continue
        for (const other of books)
          if (other.phase === 'running' && !other.isOver) holds.set(other.header.campaign, left.hold)
        return this.#seen(holds, due)
      }
      await this.#finish(book)
    }
    return this.#seen(holds, due)
  }

  /** Only a whole look says why a campaign waits: after half of one, the next message might be free to go. */
  #seen(holds: ReadonlyMap<CampaignId, Hold>, due: number): number {
    this.#holds = holds
    return due
  }

  /** Reads what may have changed since the last look, and takes the lease where nobody else can hold it. */
  async #prepare(books: readonly CampaignBook[]): Promise<PaceRow> {
    const { account, store, layout, memory } = this.desk
    memory.policy = (await store.read(ruleDoc(layout.workspace), readPacing)).policy
    memory.lease ??= readLease(await store.kv(leaseKey(account)))
    if (!memory.lease && books.length > 0) {
      // A workspace without a server: this device is its own authority.
      await store.step(async (work) => {
        work.put('kv', { key: leaseKey(account), value: writeLease({ fence: 1 }) })
      })
      memory.lease = readLease(await store.kv(leaseKey(account)))
    }
    const row = readPace(await store.kv(paceKey(account)))
    const { now, jumped } = this.#clock.read(Math.max(0, ...books.map(({ newestFact }) => newestFact)))
    if (!jumped || row.clockJumpAt !== undefined) return row
    const held = { ...row, clockJumpAt: now }
    await store.step(async (work) => {
      work.put('kv', { key: paceKey(account), value: writePace(held, now) })
    })
    return held
  }

  async #takeUp(book: CampaignBook, id: MessageId, row: PaceRow): Promise<Left> {
    const message = book.entry(id)?.message
    if (!message) return NOTHING_HELD
    const now = this.desk.now()
    const aside = this.#aside.get(id)
    if (aside && aside.until > now) return { kind: 'hold', hold: aside.hold }
    if (book.open.get(id) !== 'dispatching') {
      // From memory, before any document is opened: thousands may wait for one budget.
      if (now < message.notBefore) return { kind: 'hold', hold: { reason: 'not-before', until: message.notBefore } }
      const pace = paceBefore(this.desk, message, row)
      if (!pace.go) return { kind: 'hold', hold: pace }
    }
    const left = await new MessageRun(this.desk, book, message).run()
    if (left.kind === 'hold' && !isOfTheSender(left.hold))
      this.#aside.set(id, { hold: left.hold, until: askAgainAt(left.hold, this.desk.now()) })
    return left
  }

  /**
   * Ends what was not handed over of stopped campaigns, at once: the loop may be waiting for WhatsApp's answer to one
   * message. What is untouched is seen in the turn that writes, so none of it can be handed over meanwhile.
   */
  async #cancelStopped(): Promise<void> {
    const { store, device, now } = this.desk
    for (const book of this.#books()) {
      while (book.phase === 'stopped' && book.isComplete && untouched(book).length > 0) {
        await store.step(async (work) => {
          for (const id of untouched(book).slice(0, CANCELLED_AT_ONCE))
            await writeFactOf(
              work,
              { doc: book.docOf(id), id },
              { kind: 'end', how: 'cancelled', at: now(), by: device },
            )
        })
      }
    }
  }

  async #finish(book: CampaignBook): Promise<void> {
    if (book.phase === 'done' || book.phase === 'stopped' || !book.isOver) return
    const { store, layout, device, now } = this.desk
    await store.step((work) =>
      work.edit(workDoc(layout.workspace), (map) => {
        writeCampaignWord(map, book.header.campaign, 'done', { opId: work.opId, at: now(), by: device })
      }),
    )
  }

  #books(): readonly CampaignBook[] {
    return this.desk.index.books().filter(({ header }) => header.sender === this.desk.account)
  }
}

/** Those that can still move, in the order they are taken up; of a paused campaign only what may have been handed over. */
function openMessages(book: CampaignBook): MessageId[] {
  const kinds = book.phase === 'paused' ? ORDER.slice(0, 1) : ORDER
  return kinds.flatMap((kind) => [...book.open].flatMap(([id, own]) => (own === kind ? id : [])))
}

function untouched(book: CampaignBook): MessageId[] {
  return openMessages(book).filter((id) => book.open.get(id) !== 'dispatching')
}

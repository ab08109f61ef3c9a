import { asE164, type CampaignId, type E164 } from '@parley/shared/ids'
import { budgetLeft, DEFAULT_PACING } from '@parley/shared/queue'
import type { PageEvent } from '../../whatsapp/protocol.ts'
import type { SenderQueue, Waiting } from '../calls.ts'
import type { Pages, PageTab } from '../page/index.ts'
import type { Store } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'
import { widOf } from './addresses.ts'
import type { CampaignBook } from './campaign-book.ts'
import type { Desk } from './desk.ts'
import { EngineClock } from './engine-clock.ts'
import { shownHold } from './hold.ts'
import { Inbound } from './inbound.ts'
import { paceKey, readPace, type PaceRow } from './pace-row.ts'
import { pageOf, type SenderPage } from './page-of.ts'
import type { QueueIndex } from './queue-index.ts'
import { Receipts } from './receipts.ts'
import type { RunnerView, SenderView } from './runner-view.ts'
import { SenderRunner } from './sender-runner.ts'
import { Talks } from './talks.ts'

/** How often the acks of what can still move are read, beside listening. */
const CATCH_UP_MS = 60 * 60_000

export interface RunnerParts {
  readonly store: Store
  readonly layout: Layout
  readonly index: QueueIndex
  readonly pages: Pick<Pages, 'ask' | 'tabs'>
  /** IANA zone of the device. */
  readonly timeZone: string
  /** Told when the next message is due (ms since 1970; Infinity: none) and which tabs send: see `KeepAwake`. */
  readonly awake: (due: number, tabs: readonly number[]) => void
}

interface Sender {
  readonly runner: SenderRunner
  pace: PaceRow
  readyTab: number | undefined
  caughtUpAt: number
}

/** Sends what is queued: a loop for each sender, receipts, and what people write back. One in a browser profile. */
export class QueueRunner implements RunnerView {
  readonly #parts: RunnerParts
  readonly #talks: Talks
  readonly #receipts: Receipts
  readonly #inbound: Inbound
  readonly #senders = new Map<E164, Sender>()
  readonly #mainSince = new Map<number, number>()
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []

  private constructor(parts: RunnerParts, talks: Talks) {
    this.#parts = parts
    this.#talks = talks
    this.#receipts = new Receipts(parts.store, Date.now)
    this.#inbound = new Inbound(parts.store, parts.layout, talks, parts.pages)
  }

  static async start(parts: RunnerParts): Promise<QueueRunner> {
    const runner = new QueueRunner(parts, await Talks.load(parts.store))
    runner.#stops.push(
      parts.index.onChange(() => {
        runner.#look()
      }),
      parts.store.onCommit((touched) => {
        if (touched.some(({ doc }) => doc.endsWith('/rule'))) runner.#look()
      }),
    )
    runner.pagesChanged()
    return runner
  }

  /** A tab came, went or said something new of itself. */
  pagesChanged(): void {
    this.#watchStreams()
    for (const { runner } of this.#senders.values()) runner.forget()
    this.wake()
  }

  /** Receipts and inbound messages, as they come. */
  async heard(tab: PageTab, event: PageEvent): Promise<void> {
    const account = asE164(tab.state?.account ?? '')
    if (!account) return
    if (event.kind === 'incoming') await this.#inbound.heard(account, tab.tabId, event)
    if (event.kind !== 'ack') return
    const message = await this.#receipts.heard(event, this.#books(account))
    if (message) this.#senders.get(account)?.runner.forget(message)
  }

  waiting(campaign: CampaignId): Waiting | undefined {
    const header = this.#parts.index.book(campaign)?.header
    const runner = header && this.#senders.get(header.sender)?.runner
    if (!runner) return undefined
    return shownHold(runner.holdOf(campaign), runner.desk.now(), this.#page(runner.desk.account)?.missing ?? [])
  }

  senderState(account: E164): SenderView {
    const sender = this.#senders.get(account)
    const running = this.#books(account).filter(({ phase }) => phase === 'running')
    const { spent, reachOutAt, clockJumpAt } = sender?.pace ?? readPace(undefined)
    const policy = sender?.runner.desk.memory.policy ?? DEFAULT_PACING
    const waiting = running.map(({ header }) => this.waiting(header.campaign))
    const first = waiting.length > 0 && waiting.every((each) => each !== undefined) ? waiting[0] : undefined
    return {
      running: running.length,
      ...(first ? { waiting: first } : {}),
      leftToday: budgetLeft(spent, policy, Date.now()),
      held: reachOutAt !== undefined ? 'reach-out' : clockJumpAt === undefined ? null : 'clock-jump',
    }
  }

  lastInbound(account: E164, addresses: readonly string[]): number | undefined {
    return this.#talks.of(account, addresses.map(widOf)).lastInbound
  }

  /** Every account that is connected or has something queued. */
  senders(): SenderQueue[] {
    const connected = this.#connected()
    const accounts = new Set([...connected, ...this.#parts.index.campaigns().map(({ sender }) => sender)])
    return [...accounts].sort().map((account) => ({
      account,
      connected: connected.includes(account),
      waitingMessages: this.#books(account).reduce((sum, { counts }) => sum + counts.waiting, 0),
      ...this.senderState(account),
    }))
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks again, as after an alarm. */
  wake(): void {
    this.#look()
    for (const [account, sender] of this.#senders) this.#catchUpWhenReady(account, sender)
  }

  close(): void {
    for (const stop of this.#stops) stop()
    for (const { runner } of this.#senders.values()) runner.close()
  }

  #look(): void {
    for (const account of new Set([
      ...this.#parts.index.campaigns().map(({ sender }) => sender),
      ...this.#connected(),
    ])) {
      this.#sender(account).runner.wake()
    }
  }

  #sender(account: E164): Sender {
    const known = this.#senders.get(account)
    if (known) return known
    const clock = new EngineClock(Date.now, () => performance.now())
    const runner = new SenderRunner(this.#desk(account), clock, () => void this.#rested(account))
    const sender: Sender = { runner, pace: readPace(undefined), readyTab: undefined, caughtUpAt: 0 }
    this.#senders.set(account, sender)
    return sender
  }

  #desk(account: E164): Desk {
    const { store, layout, index, pages, timeZone } = this.#parts
    const newestFact = (): number => Math.max(0, ...this.#books(account).map((book) => book.newestFact))
    return {
      account,
      device: store.device,
      store,
      layout,
      index,
      talks: this.#talks,
      pages,
      timeZone,
      memory: {
        lease: undefined,
        policy: DEFAULT_PACING,
        jitter: Math.random(),
        limits: undefined,
        refused: new Set(),
      },
      page: () => this.#page(account),
      now: () => Math.max(Date.now(), newestFact()),
    }
  }

  /** A sender has nothing to do until something happens or its time comes. */
  async #rested(account: E164): Promise<void> {
    const sender = this.#senders.get(account)
    if (sender) sender.pace = readPace(await this.#parts.store.kv(paceKey(account)))
    this.#tell()
  }

  #tell(): void {
    const due = Math.min(Infinity, ...[...this.#senders.values()].map(({ runner }) => runner.due))
    const sending = [...this.#senders.keys()].filter((account) =>
      this.#books(account).some(({ phase }) => phase === 'running'),
    )
    this.#parts.awake(
      due,
      sending.flatMap((account) => this.#page(account)?.tabId ?? []),
    )
    for (const listener of this.#listeners) listener()
  }

  #page(account: E164): SenderPage | undefined {
    return pageOf(account, this.#parts.pages.tabs(), (tabId) => this.#mainSince.get(tabId) ?? Date.now())
  }

  #books(account: E164): CampaignBook[] {
    return this.#parts.index.books().filter(({ header }) => header.sender === account)
  }

  #connected(): E164[] {
    return [...new Set(this.#parts.pages.tabs().flatMap(({ state }) => asE164(state?.account ?? '') ?? []))]
  }

  #watchStreams(): void {
    const tabs = this.#parts.pages.tabs()
    for (const { tabId, state } of tabs) {
      if (state?.stream !== 'MAIN') this.#mainSince.delete(tabId)
      else if (!this.#mainSince.has(tabId)) this.#mainSince.set(tabId, Date.now())
    }
    for (const tabId of this.#mainSince.keys())
      if (!tabs.some((tab) => tab.tabId === tabId)) this.#mainSince.delete(tabId)
  }

  /** Acks that came while nobody listened are read when a page becomes ready, and hourly. */
  #catchUpWhenReady(account: E164, sender: Sender): void {
    const page = this.#page(account)
    const isReady = page?.stream === 'MAIN' && page.synced
    if (!isReady) {
      sender.readyTab = undefined
      return
    }
    if (sender.readyTab === page.tabId && Date.now() - sender.caughtUpAt < CATCH_UP_MS) return
    sender.readyTab = page.tabId
    sender.caughtUpAt = Date.now()
    void this.#receipts.catchUp(this.#parts.pages, page.tabId, this.#books(account)).catch(() => {
      sender.caughtUpAt = 0
    })
  }
}

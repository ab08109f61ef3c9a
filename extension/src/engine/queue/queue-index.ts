import {
  asCampaignId,
  parseDocName,
  queueDoc,
  workDoc,
  type CampaignId,
  type DocMap,
  type DocName,
  type E164,
  type MessageId,
} from '@parley/shared/ids'
import {
  campaignPhase,
  listCampaigns,
  type CampaignHeader,
  type CampaignPhase,
  type QueueCounts,
  type QueueEntry,
} from '@parley/shared/queue'
import type { Store, Touched } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'
import { CampaignBook } from './campaign-book.ts'

const WITNESSES = 5

/**
 * All campaigns of a workspace in memory: what the runner decides from and the screens count. Built from the documents,
 * then kept up by commits, so within a command it says what is committed.
 */
export class QueueIndex {
  readonly #store: Store
  readonly #layout: Layout
  readonly #books = new Map<CampaignId, CampaignBook>()
  readonly #listeners = new Set<() => void>()

  private constructor(store: Store, layout: Layout) {
    this.#store = store
    this.#layout = layout
    store.onCommit((touched) => {
      this.#follow(touched)
    })
  }

  /** Waits for the campaigns that may still send; those that are done are read after that. */
  static async load(store: Store, layout: Layout): Promise<QueueIndex> {
    const index = new QueueIndex(store, layout)
    const known = await store.read(workDoc(layout.workspace), (work) => index.#headers(work))
    const open = known.filter(({ phase }) => phase !== 'done')
    for (const book of open) await index.#read(book)
    void index.#readAll(known.filter(({ phase }) => phase === 'done'))
    return index
  }

  /** The index of a workspace that has just been made. */
  static begin(store: Store, layout: Layout): QueueIndex {
    return new QueueIndex(store, layout)
  }

  /** Those with a header, oldest first. */
  campaigns(): readonly CampaignHeader[] {
    return this.books().map(({ header }) => header)
  }

  books(): readonly CampaignBook[] {
    return [...this.#books.values()].sort((a, b) => a.header.at - b.header.at)
  }

  book(campaign: CampaignId): CampaignBook | undefined {
    return this.#books.get(campaign)
  }

  phase(campaign: CampaignId): CampaignPhase {
    return this.#books.get(campaign)?.phase ?? 'running'
  }

  isComplete(campaign: CampaignId): boolean {
    return this.#books.get(campaign)?.isComplete ?? false
  }

  entries(campaign: CampaignId): ReadonlyMap<MessageId, QueueEntry> {
    return new Map([...(this.#books.get(campaign)?.entries() ?? [])].map((entry) => [entry.id, entry]))
  }

  counts(campaign: CampaignId): QueueCounts | undefined {
    return this.#books.get(campaign)?.counts
  }

  /** The queue part a message stands in. */
  docOf(campaign: CampaignId, message: MessageId): DocName | undefined {
    return this.#books.get(campaign)?.docOf(message)
  }

  /** The last messages of a sender that WhatsApp's server surely has, newest first: a look-up that misses them proves nothing. */
  witnesses(sender: E164, except: MessageId): QueueEntry[] {
    return this.books()
      .filter(({ header }) => header.sender === sender)
      .flatMap((book) => book.lastSent)
      .filter(({ id }) => id !== except)
      .slice(-WITNESSES)
  }

  /** Tells after each commit that touched a campaign. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #follow(touched: readonly Touched[]): void {
    let changed = false
    for (const { doc, keys, map } of touched) {
      if (doc === workDoc(this.#layout.workspace)) {
        if (![...keys].some((key) => asCampaignId(key.split('/')[0] ?? ''))) continue
        const begun = this.#headers(map)
        if (begun.length > 0) void this.#readAll(begun)
        changed = true
      }
      const book = this.#bookOf(doc)
      book?.take(doc, map, keys)
      changed ||= book !== undefined
    }
    if (changed) this.#tell()
  }

  /** Takes in headers and words; answers the campaigns that are new here. */
  #headers(work: DocMap): CampaignBook[] {
    const begun: CampaignBook[] = []
    for (const header of listCampaigns(work)) {
      const known = this.#books.get(header.campaign)
      const book = known ?? new CampaignBook(header)
      book.header = header
      book.phase = campaignPhase(work, header.campaign)
      if (known) continue
      this.#books.set(header.campaign, book)
      begun.push(book)
    }
    return begun
  }

  /** A store that closes meanwhile is read at the next start. */
  async #readAll(books: readonly CampaignBook[]): Promise<void> {
    for (const book of books) {
      await this.#read(book).catch(() => undefined)
      this.#tell()
    }
  }

  async #read(book: CampaignBook): Promise<void> {
    const { campaign, parts } = book.header
    for (let n = 0; n < parts; n++) {
      const doc = queueDoc(this.#layout.workspace, `k${campaign}-${n}`)
      await this.#store.read(doc, (map) => {
        book.take(doc, map, map.keys())
      })
    }
  }

  #bookOf(doc: DocName): CampaignBook | undefined {
    const ref = parseDocName(doc)
    if (ref?.kind !== 'queue' || ref.workspace !== this.#layout.workspace) return undefined
    const campaign = asCampaignId(ref.part.slice(1).split('-')[0] ?? '')
    return campaign && this.#books.get(campaign)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

import type { DocMap, DocName, MessageId } from '@parley/shared/ids'
import {
  campaignChats,
  decodeFact,
  decodeMessage,
  hashMessages,
  noCounts,
  openAttempt,
  parseQueueKey,
  placeOf,
  stateOf,
  type CampaignHeader,
  type CampaignPhase,
  type Fact,
  type Message,
  type MessageState,
  type Place,
  type QueueCounts,
  type QueueEntry,
  type WhatsAppId,
} from '@parley/shared/queue'

const ACKED: ReadonlySet<Place> = new Set(['sent', 'delivered', 'read', 'played'])
const KEPT_SENT = 5
const NO_MESSAGE = '' as MessageId

interface Line {
  readonly id: MessageId
  readonly doc: DocName
  readonly facts: Map<string, Fact>
  message?: Message
  entry: QueueEntry
  state: MessageState | undefined
}

/** One campaign's messages in memory with what is known about each, and their counts. */
export class CampaignBook {
  header: CampaignHeader
  phase: CampaignPhase = 'running'
  readonly #lines = new Map<MessageId, Line>()
  readonly #byWhatsAppId = new Map<string, MessageId>()
  readonly #counts = noCounts()
  /** By chat, the messages of this campaign that were handed to it. */
  readonly #chats = new Map<string, Set<MessageId>>()
  readonly #lastSent: MessageId[] = []
  /** Those that can still move by themselves or by a person's word that was given. */
  readonly #open = new Map<MessageId, MessageState['kind']>()
  #complete = false
  #newestFact = 0

  constructor(header: CampaignHeader) {
    this.header = header
  }

  /** The latest time of any fact, ms since 1970. */
  get newestFact(): number {
    return this.#newestFact
  }

  get counts(): QueueCounts {
    return this.#counts
  }

  /** Every message the header speaks of is here, unchanged; once true it stays so, for nothing written is replaced. */
  get isComplete(): boolean {
    if (!this.#complete && this.#lines.size === this.header.count) {
      const messages = [...this.#lines.values()].flatMap(({ message }) => message ?? [])
      this.#complete = messages.length === this.header.count && hashMessages(messages) === this.header.hash
    }
    return this.#complete
  }

  *entries(): Iterable<QueueEntry> {
    for (const { entry } of this.#lines.values()) yield entry
  }

  entry(id: MessageId): QueueEntry | undefined {
    return this.#lines.get(id)?.entry
  }

  state(id: MessageId): MessageState | undefined {
    return this.#lines.get(id)?.state
  }

  docOf(id: MessageId): DocName | undefined {
    return this.#lines.get(id)?.doc
  }

  withWhatsAppId(id: WhatsAppId | string): MessageId | undefined {
    return this.#byWhatsAppId.get(id)
  }

  /** Messages that can move, with what they are; the others are never looked at again. */
  get open(): ReadonlyMap<MessageId, MessageState['kind']> {
    return this.#open
  }

  /** Every message has ended, and none waits for a person. */
  get isOver(): boolean {
    const { waiting, uncertain, unreadable } = this.#counts
    return waiting + uncertain + unreadable === 0 && this.#open.size === 0
  }

  /** Whether another message of this campaign went to that chat, or may have. */
  hasWrittenTo(chat: string, except: MessageId): boolean {
    return [...(this.#chats.get(chat) ?? [])].some((id) => id !== except)
  }

  /** The last few that WhatsApp's server acked, oldest first. */
  get lastSent(): QueueEntry[] {
    return this.#lastSent.flatMap((id) => this.entry(id) ?? [])
  }

  /** Takes in keys of one of its documents; what is known already changes nothing. */
  take(doc: DocName, map: DocMap, keys: Iterable<string>): void {
    const touched = new Set<Line>()
    for (const key of keys) {
      const parsed = parseQueueKey(key)
      if (!parsed) continue
      const line = this.#line(parsed.id, doc)
      touched.add(line)
      if (parsed.kind === 'message') this.#takeMessage(line, map.get(key))
      else this.#takeFact(line, key, map.get(key))
    }
    for (const line of touched) this.#settle(line)
  }

  #line(id: MessageId, doc: DocName): Line {
    const known = this.#lines.get(id)
    if (known) return known
    const line: Line = { id, doc, facts: new Map(), entry: { id, facts: [] }, state: undefined }
    this.#lines.set(id, line)
    this.#counts.total++
    this.#counts.unreadable++
    return line
  }

  #takeMessage(line: Line, value: unknown): void {
    const message = decodeMessage(line.id, value)
    if (!message) return
    line.message = message
    this.#byWhatsAppId.set(message.whatsAppId, line.id)
  }

  #takeFact(line: Line, key: string, value: unknown): void {
    const fact = decodeFact(key, value)
    if (!fact) return
    line.facts.set(key, fact)
    if ('at' in fact) this.#newestFact = Math.max(this.#newestFact, fact.at)
  }

  #settle(line: Line): void {
    const { id, message, facts } = line
    const before = placeOf(line.state)
    line.entry = { id, ...(message ? { message } : {}), facts: [...facts.values()] }
    line.state = stateOf(line.entry)
    const after = placeOf(line.state)
    this.#counts[before]--
    this.#counts[after]++
    if (canMove(line.state)) this.#open.set(id, line.state.kind)
    else this.#open.delete(id)
    if (!ACKED.has(before) && ACKED.has(after)) this.#rememberSent(id)
    this.#rememberChats(line)
  }

  #rememberSent(id: MessageId): void {
    this.#lastSent.push(id)
    if (this.#lastSent.length > KEPT_SENT) this.#lastSent.shift()
  }

  #rememberChats({ id, entry, facts }: Line): void {
    const held = campaignChats([entry], NO_MESSAGE)
    for (const fact of facts.values()) {
      for (const chat of fact.kind === 'dispatching' ? (fact.handover?.chats ?? []) : []) {
        const ids = this.#chats.get(chat) ?? new Set()
        this.#chats.set(chat, ids)
        if (held.has(chat)) ids.add(id)
        else ids.delete(id)
      }
    }
  }
}

function canMove(state: MessageState | undefined): state is MessageState {
  return state !== undefined && (state.kind === 'dispatching' || openAttempt(state) !== undefined)
}

import { ruleDoc, sha256Hex, type MessageId } from '@parley/shared/ids'
import {
  classifySend,
  decideDispatch,
  type Action,
  type Evidence,
  type Fact,
  type Lookup,
  type Message,
  type QueueEntry,
  type Recipient,
  type Situation,
  type SendOutcome,
} from '@parley/shared/queue'
import { readConsentRequired } from '@parley/shared/workspace'
import type { Work } from '../store/index.ts'
import type { CampaignBook } from './campaign-book.ts'
import { consentOf, type Reader } from './consent-of.ts'
import type { Desk } from './desk.ts'
import type { Hold } from './hold.ts'
import { paceAgain, paceBefore, paceOf } from './pace.ts'
import { paceKey, readPace, writePace, type PaceRow } from './pace-row.ts'
import { factOf, outcomeOf, refusalOf, type Attempted } from './attempt-facts.ts'
import { askLimits, askLookup, askRecipient } from './page-questions.ts'
import { renderingOf } from './rendering-of.ts'
import { writeFactOf } from './write-facts.ts'

/** Where a message was left: something was written about it, it has to wait, or nobody but a person can move it. */
export type Left =
  { readonly kind: 'moved' } | { readonly kind: 'hold'; readonly hold: Hold } | { readonly kind: 'nothing' }

type Dispatch = Extract<Action, { do: 'dispatch' }>

const MOVED: Left = { kind: 'moved' }
/** Every decision but the last changes what the next one is made from; more than this is a fault of ours. */
const MOST_DECISIONS = 16
const REFUSED_WAIT_MS = 2_000

/** Takes one message as far as it goes now: asks for the decision, does it, asks again. */
export class MessageRun {
  readonly #desk: Desk
  readonly #book: CampaignBook
  readonly #message: Message
  #recipient: Recipient | undefined
  #lookup: Lookup | undefined
  #evidence: Evidence = { witness: false, disappearing: 'unknown' }

  constructor(desk: Desk, book: CampaignBook, message: Message) {
    this.#desk = desk
    this.#book = book
    this.#message = message
  }

  async run(): Promise<Left> {
    for (let decisions = 0; decisions < MOST_DECISIONS; decisions++) {
      const action = decideDispatch(await this.#situation(this.#desk.store))
      const left = await this.#do(action)
      if (left) return left
    }
    throw new Error('a message was decided about again and again')
  }

  async #do(action: Action): Promise<Left | undefined> {
    switch (action.do) {
      case 'wait':
        return held({ reason: action.reason, ...(action.until === undefined ? {} : { until: action.until }) })
      case 'nothing':
        return { kind: 'nothing' }
      case 'resolve':
        return this.#resolve()
      case 'look-up':
        return this.#lookUp()
      case 'dispatch':
        return this.#dispatch(action)
      case 'reserve':
        return this.#reserve(action)
      default:
        await this.#write(action)
        return MOVED
    }
  }

  async #reserve(action: Extract<Action, { do: 'reserve' }>): Promise<Left | undefined> {
    if (this.#book.phase === 'paused') return held({ reason: 'paused' })
    const pace = paceBefore(this.#desk, this.#message, await this.#paceRow())
    if (!pace.go) return held(pace)
    await this.#write(action)
    return undefined
  }

  async #resolve(): Promise<undefined> {
    const { pages } = this.#desk
    this.#recipient = await askRecipient(pages, this.#tabId(), this.#message)
  }

  async #lookUp(): Promise<undefined> {
    const { pages } = this.#desk
    // Also every address its person has by now: WhatsApp may have moved the chat since.
    if (this.#recipient?.kind !== 'present') await this.#resolve()
    const { lookup, evidence } = await askLookup(pages, this.#tabId(), {
      message: this.#message,
      facts: this.#entry().facts,
      recipient: this.#recipient,
      witnesses: this.#desk.index.witnesses(this.#desk.account, this.#message.id),
    })
    this.#lookup = lookup
    this.#evidence = evidence
  }

  async #dispatch(action: Dispatch): Promise<Left | undefined> {
    const [chat] = action.chats
    if (chat === undefined) throw new Error('nobody to hand the message to')
    const limits = await askLimits(this.#desk.pages, this.#tabId(), chat)
    if (limits) this.#desk.memory.limits = { at: this.#desk.now(), said: limits }
    const turn = await this.#desk.store.step((work) => this.#commitDispatch(work, limits))
    if ('left' in turn) return turn.left
    // A kill from here on finds "dispatching" with the full key, and looks the message up.
    this.#desk.memory.refused.delete(this.#message.id)
    this.#desk.memory.jitter = Math.random()
    const [to = chat] = turn.dispatch.chats
    const answer = await this.#desk.pages.ask(this.#tabId(), 'sendText', {
      id: this.#message.whatsAppId,
      attempt: turn.dispatch.attempt,
      native: turn.dispatch.native,
      chat: to,
      account: this.#desk.account,
      text: this.#message.text,
      ...(turn.rendering ? { rendering: turn.rendering } : {}),
    })
    return this.#conclude(turn.dispatch, outcomeOf(answer))
  }

  /**
   * Decides once more, now that no other command runs: consent, stops and the budget are read in the transaction that
   * makes "dispatching" durable.
   */
  async #commitDispatch(
    work: Work,
    limits: Parameters<typeof paceOf>[4],
  ): Promise<{ dispatch: Dispatch; rendering: Awaited<ReturnType<typeof renderingOf>> } | { left: Left | undefined }> {
    const { account, talks, now } = this.#desk
    const situation = await this.#situation(work)
    const action = decideDispatch(situation)
    if (action.do !== 'dispatch') return { left: undefined }
    if (this.#book.phase === 'paused') return { left: held({ reason: 'paused' }) }
    const stands = situation.facts.some((fact) => fact.kind === 'dispatching' && fact.attempt === action.attempt)
    const row = readPace((await work.row('kv', paceKey(account)))?.value)
    const pace = (stands ? paceAgain : paceOf)(this.#desk, this.#message, row, action.chats, limits)
    if (!pace.go) return { left: held(pace) }
    const rendering = await renderingOf(work, this.#desk.layout, this.#message)
    if (!stands) {
      await writeFactOf(work, this.#place(), this.#dispatching(action, situation))
      const spent = [...row.spent, { at: now(), cold: pace.cold }]
      work.put('kv', { key: paceKey(account), value: writePace({ ...row, spent }, now()) })
      talks.wrote(work, account, action.chats)
    }
    return { dispatch: action, rendering }
  }

  #dispatching({ attempt, fence, chats }: Dispatch, { page }: Situation): Fact {
    const { account, device, now } = this.#desk
    const handover = { chats, account, session: page?.session ?? '', textHash: sha256Hex(this.#message.text) }
    return { kind: 'dispatching', attempt, fence, at: now(), by: device, handover }
  }

  async #conclude(dispatch: Dispatch, outcome: SendOutcome): Promise<Left | undefined> {
    const verdict = classifySend(outcome)
    const { attempt, fence } = dispatch
    switch (verdict.do) {
      case 'receipt':
        await this.#write({ do: 'receipt', attempt, fence, receipt: verdict.receipt })
        return MOVED
      case 'fail':
        await this.#write({ do: 'fail', attempt, fence, reason: verdict.reason })
        return MOVED
      case 'look-up':
        this.#lookup = undefined
        return undefined
      case 'again':
        this.#desk.memory.refused.add(this.#message.id)
        return held({ reason: refusalOf(outcome), until: this.#desk.now() + REFUSED_WAIT_MS })
    }
  }

  async #write(action: Attempted): Promise<void> {
    const { store, account, device, now } = this.#desk
    await store.step(async (work) => {
      const fact = factOf(action, { at: now(), by: device }, this.#entry().facts)
      if (fact) await writeFactOf(work, this.#place(), fact)
      if (action.do === 'fail' && action.reason === 'reach-out') {
        const row = readPace((await work.row('kv', paceKey(account)))?.value)
        work.put('kv', { key: paceKey(account), value: writePace({ ...row, reachOutAt: now() }, now()) })
      }
    })
  }

  async #situation(reader: Reader): Promise<Situation> {
    const { now, device, layout, memory, page } = this.#desk
    const { facts } = this.#entry()
    const isStopped = this.#book.phase === 'stopped'
    const chats = this.#recipient?.kind === 'present' ? this.#recipient.chats : []
    return {
      now: now(),
      device,
      message: this.#message,
      facts: isStopped ? [...facts, { kind: 'stop', member: device }] : facts,
      lease: memory.lease,
      knownToFormerHolder: false,
      page: page(),
      consent: await consentOf(reader, layout, this.#message, this.#recipient),
      consentRequired: await reader.read(ruleDoc(layout.workspace), readConsentRequired),
      recipient: this.#recipient,
      lookup: this.#lookup,
      evidence: this.#evidence,
      refused: memory.refused.has(this.#message.id),
      campaignChats: new Set(chats.filter((chat) => this.#book.hasWrittenTo(chat, this.#message.id))),
    }
  }

  async #paceRow(): Promise<PaceRow> {
    return readPace(await this.#desk.store.kv(paceKey(this.#desk.account)))
  }

  #entry(): QueueEntry {
    return this.#book.entry(this.#message.id) ?? { id: this.#message.id, facts: [] }
  }

  #place(): { doc: ReturnType<CampaignBook['docOf']>; id: MessageId } {
    return { doc: this.#book.docOf(this.#message.id), id: this.#message.id }
  }

  #tabId(): number {
    return this.#desk.page()?.tabId ?? -1
  }
}

function held(hold: Hold): Left {
  return { kind: 'hold', hold: { reason: hold.reason, ...(hold.until === undefined ? {} : { until: hold.until }) } }
}

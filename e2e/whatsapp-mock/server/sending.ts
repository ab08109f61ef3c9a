import type { Ack, Person, SendAnswer, SendRequest, WireMessage } from '../wire-types.ts'
import { addressed, type Account } from './account.ts'
import type { EventStream } from './event-stream.ts'
import type { FailureKind, Failures } from './failures.ts'
import type { Holds } from './holds.ts'
import { refusalOf } from './refusals.ts'

export interface Sender {
  device: string
  client: string
}

/** The answer, or `broken` when the connection must be cut without one. */
export type Outcome = SendAnswer | { kind: 'broken' }

const BEFORE = new Set<FailureKind>(['transport-error', 'error-network', 'swallowed'])
const AFTER = new Set<FailureKind>(['response-lost', 'never-acks', 'crash-after-accept'])

/** WhatsApp's server for outgoing messages: decides, records and answers; accepting the same id twice is on record as just that. */
export class Sending {
  readonly #account: Account
  readonly #holds: Holds
  readonly #failures: Failures
  readonly #events: EventStream

  constructor(account: Account, holds: Holds, failures: Failures, events: EventStream) {
    this.#account = account
    this.#holds = holds
    this.#failures = failures
    this.#events = events
  }

  async receive(request: SendRequest, sender: Sender): Promise<Outcome> {
    await this.#holds.pass('send', request.id)
    const { mode, me, policy } = this.#account
    const person = this.#account.byWid(request.chat)
    const early = this.#failures.take((kind) => BEFORE.has(kind) || kind.startsWith('nack-'), person?.phone)
    if (early !== undefined) return this.#fail(request, sender, early)
    const refusal = refusalOf(request, { mode, me, policy, person })
    if (refusal !== undefined) {
      this.#record(request, sender, 'refused', refusal.reason)
      if (refusal.reason === 'not on WhatsApp') this.#punish()
      return { kind: 'nack', code: refusal.code }
    }
    return this.#accept(request, sender, person?.phone)
  }

  #fail(request: SendRequest, sender: Sender, kind: FailureKind): Outcome {
    const nack = kind.startsWith('nack-')
    this.#record(request, sender, nack ? 'refused' : 'dropped', kind)
    if (nack) return { kind: 'nack', code: Number(kind.slice(5)) }
    if (kind === 'error-network') return { kind: 'network' }
    return kind === 'swallowed' ? { kind: 'silence' } : { kind: 'broken' }
  }

  async #accept(request: SendRequest, sender: Sender, phone: string | undefined): Promise<Outcome> {
    this.#record(request, sender, 'accepted')
    const late = this.#failures.take((kind) => AFTER.has(kind), phone)
    const message = this.#file(request, late === 'never-acks' ? 0 : 1)
    this.#events.send({ kind: 'message', message, person: this.#personOf(message) }, sender.client)
    if (late !== 'never-acks') void this.#receipts(message, phone ?? '')
    await this.#holds.pass('accepted', request.id)
    if (late === 'response-lost') return { kind: 'broken' }
    if (late === 'crash-after-accept') return { kind: 'crash' }
    if (late === 'never-acks') return { kind: 'silence' }
    return { kind: 'accepted', t: message.t }
  }

  #file(request: SendRequest, ack: Ack): WireMessage {
    const person = this.#account.byWid(request.chat)
    if (person === undefined) throw new Error('Accepted a message for nobody')
    const t = Math.floor(Date.now() / 1000)
    const { id, type, text } = request
    const message: WireMessage = { ...addressed(person, this.#account.me, true), id, type, text, t, ack }
    this.#account.messages.push(message)
    this.#account.chats.add(person.phone)
    return message
  }

  #personOf({ chat }: WireMessage): Person {
    const person = this.#account.byWid(chat)
    if (person === undefined) throw new Error(`No person behind ${chat}`)
    return person
  }

  async #receipts(message: WireMessage, phone: string): Promise<void> {
    const shuffled = this.#failures.take((kind) => kind === 'receipts-shuffled', phone) !== undefined
    const { delivered, read } = this.#account.settings.receipts(phone)
    if (shuffled) return this.#each(message, [3, 2, 2, 3], delivered ?? 30, true)
    if (delivered !== null) await this.#each(message, [2], delivered, false)
    if (read !== null) await this.#each(message, [3], read - (delivered ?? 0), false)
  }

  async #each(message: WireMessage, acks: readonly Ack[], after: number, raw: boolean): Promise<void> {
    for (const ack of acks) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, after)))
      await this.receipt(message, ack, raw)
    }
  }

  /** Tells every open page; a page that is gone learns it from the next sync. */
  async receipt(message: WireMessage, ack: Ack, raw = false): Promise<void> {
    await this.#holds.pass('receipt', message.id)
    if (ack > message.ack) message.ack = ack
    this.#events.send({ kind: 'ack', chat: message.chat, id: message.id, ack, raw })
  }

  /** Writing to numbers that are not on WhatsApp is what got accounts restricted on every linked device. */
  #punish(): void {
    this.#account.policy = {
      ...this.#account.policy,
      timelock: { ...this.#account.policy.timelock, active: true, type: 'RESTRICT_ALL_COMPANIONS' },
    }
    this.#events.send({ kind: 'policy', policy: this.#account.policy })
  }

  #record(
    request: SendRequest,
    { device }: Sender,
    outcome: 'accepted' | 'refused' | 'dropped',
    reason?: string,
  ): void {
    const { log } = this.#account
    const { id, chat, text, byHand } = request
    const person = this.#account.byWid(chat)?.phone
    log.push({
      seq: log.length,
      at: Date.now(),
      device,
      id,
      chat,
      person,
      text,
      byHand,
      outcome,
      ...(reason && { reason }),
    })
  }
}

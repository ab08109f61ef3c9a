import type { Ack, Person } from '../wire-types.ts'
import { Collection, Model, type Attributes } from './model.ts'
import { MsgKey } from './msg-key.ts'
import { Wid } from './wid.ts'

export class ContactModel extends Model {
  declare id: Wid
  declare name: string | undefined
  declare pushname: string
  declare isBusiness: boolean
  declare isContactBlocked: boolean
  /** The mock's own knowledge; WhatsApp holds it in other tables. */
  declare person: Person
  get isMyContact(): boolean {
    return this.name !== undefined
  }
  get formattedName(): string {
    // Foreign code reads this off the prototype too, where there is no person.
    return this.name ?? `+${(this.person as Person | undefined)?.phone ?? ''}`
  }
}

export class MsgModel extends Model {
  declare id: MsgKey
  declare ack: Ack
  declare body: string
  declare caption: string | undefined
  declare type: string
  declare t: number
  declare from: Wid
  declare to: Wid
  declare isNewMsg: boolean
  declare local: boolean
  waitForPrep(): Promise<void> {
    return Promise.resolve()
  }
  updateAck(ack: Ack): void {
    if (ack > this.ack) this.set('ack', ack)
  }
}

/** Nobody in the mock ever shows as online. */
class PresenceModel extends Model {
  subscribe(): Promise<void> {
    return Promise.resolve()
  }
}

export class ChatModel extends Model {
  declare id: Wid
  declare contact: ContactModel
  declare msgs: Collection<MsgModel>
  declare t: number
  declare unreadCount: number
  declare active: boolean
  declare tcToken: string | undefined
  /** Sends of one chat go out one after the other. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(attributes: Attributes = {}) {
    super({ unreadCount: 0, active: false, t: 0, ...attributes })
    Object.defineProperty(this, 'msgs', { value: new Collection(MsgModel), enumerable: false })
    Object.defineProperty(this, 'presence', { value: new PresenceModel(), enumerable: false })
  }
  get formattedTitle(): string {
    return this.contact.formattedName
  }
  get lastReceivedKey(): MsgKey | undefined {
    return this.msgs.last()?.id
  }
  get hasUnread(): boolean {
    return this.unreadCount !== 0
  }
  getTcToken(): string | undefined {
    return this.tcToken
  }
  enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work)
    this.#queue = run.catch(() => undefined)
    return run
  }
}

export class StreamModel extends Model {
  declare mode: string
  declare info: string
}

export class SocketModel extends Model {
  declare state: string
  declare hasSynced: boolean
}

// wa-js, like WhatsApp's own proxies, knows a model class by this name on its prototype.
for (const [model, proxyName] of [
  [ContactModel, 'contact'],
  [MsgModel, 'msg'],
  [ChatModel, 'chat'],
] as const)
  Object.assign(model.prototype, { proxyName })

import type { Settings } from '../options.ts'
import { asPerson, digits, type PersonSeed, type SeedMessage } from '../options.ts'
import type { Transmission } from '../judge.ts'
import type { Boot, HistoryMode, ModuleFaults, Person, Policy, StreamMode, WireMessage } from '../wire-types.ts'

/** WhatsApp's side of one account: who exists, what was said, what was accepted. Nothing in it collapses ids for a sender. */
export class Account {
  readonly settings: Settings
  readonly log: Transmission[] = []
  readonly messages: WireMessage[] = []
  readonly people: Person[]
  readonly chats = new Set<string>()
  me: Boot['me']
  mode: StreamMode
  history: HistoryMode
  version: string
  modules: ModuleFaults
  policy: Policy

  constructor(settings: Settings) {
    this.settings = settings
    this.people = [...settings.people]
    this.me = settings.me
    this.mode = settings.mode
    this.history = settings.history
    this.version = settings.version
    this.modules = settings.modules
    this.policy = { timelock: settings.timelock, cap: settings.cap }
    for (const [phone, chat] of settings.seeds) this.#seed(phone, chat)
  }

  add(seed: PersonSeed): Person {
    const person = asPerson(seed)
    this.people.push(person)
    if (seed.chat) this.#seed(person.phone, seed.chat)
    return person
  }

  byPhone(phone: string): Person | undefined {
    return this.people.find((person) => person.phone === digits(phone))
  }

  /** The person behind a serialized wid, whichever of their ids it is. */
  byWid(wid: string): Person | undefined {
    const [user, server] = wid.split('@')
    return this.people.find((person) => (server === 'lid' ? person.lid : person.phone) === user)
  }

  boot(): Boot {
    const { me, version, mode, history, modules, policy, people } = this
    const { profile, resumeOutbox } = this.settings
    return { me, version, mode, history, profile, modules, policy, people, chats: [...this.chats], resumeOutbox }
  }

  #seed(phone: string, chat: readonly SeedMessage[]): void {
    const person = this.byPhone(phone)
    if (person === undefined) return
    this.chats.add(person.phone)
    for (const [at, { text, fromMe = false, minutesAgo = 0 }] of chat.entries())
      this.messages.push({
        ...addressed(person, this.me, fromMe),
        id: seedId(person.phone, at),
        type: 'chat',
        text,
        t: Math.floor(Date.now() / 1000) - minutesAgo * 60,
        ack: fromMe ? 3 : 1,
      })
  }
}

/** Serialized id of the chat with a person: their LID once migrated, their number before. */
export function chatOf({ addressing, lid, phone }: Person): string {
  return addressing === 'lid' ? `${lid}@lid` : `${phone}@c.us`
}

/** My own id in a chat: the mode must match, or the recipient sees an unknown user. */
export function meIn({ addressing }: Person, me: Boot['me']): string {
  return addressing === 'lid' ? `${me.lid}@lid` : `${me.phone}@c.us`
}

export function addressed(
  person: Person,
  me: Boot['me'],
  fromMe: boolean,
): Pick<WireMessage, 'chat' | 'from' | 'to' | 'fromMe'> {
  const chat = chatOf(person)
  const mine = meIn(person, me)
  return fromMe ? { chat, fromMe, from: mine, to: chat } : { chat, fromMe, from: chat, to: mine }
}

function seedId(phone: string, at: number): string {
  return `3EB0${(BigInt(phone) * 1000n + BigInt(at)).toString(16).toUpperCase().padStart(18, '0')}`
}

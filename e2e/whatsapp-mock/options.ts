import { createHash } from 'node:crypto'
import { SAMPLE_PEOPLE } from './people.ts'
import type { DomProfile, HistoryMode, ModuleFaults, NewChatCap, Person, StreamMode, Timelock } from './wire-types.ts'

export interface SeedMessage {
  text: string
  fromMe?: boolean
  minutesAgo?: number
}

export interface PersonSeed extends Partial<Omit<Person, 'phone'>> {
  phone: string
  /** Present when the chat exists before the test; its messages oldest first. */
  chat?: SeedMessage[]
}

/** Milliseconds from acceptance to each receipt; null never comes. */
export interface Receipts {
  delivered: number | null
  read: number | null
}

export interface MockOptions {
  /** Where to listen; a free port without it. */
  port?: number
  /** The account this WhatsApp is logged in as; digits. */
  me?: { phone: string; name?: string; lid?: string }
  people?: readonly PersonSeed[]
  profile?: DomProfile
  mode?: StreamMode
  history?: HistoryMode
  version?: string
  /** When each receipt comes: for everybody alike, or by the person's number. */
  receipts?: Receipts | ((phone: string) => Receipts)
  modules?: Partial<ModuleFaults>
  timelock?: Partial<Timelock>
  cap?: Partial<NewChatCap>
  resumeOutbox?: boolean
  /** Adds COOP same-origin and COEP require-corp, which WhatsApp may turn on. */
  crossOriginIsolation?: boolean
  /** Which id `queryWidExists` answers with: WhatsApp may return either. */
  existsAnswersWith?: 'lid' | 'pn'
}

export interface Settings extends Required<
  Omit<MockOptions, 'port' | 'me' | 'people' | 'receipts' | 'modules' | 'timelock' | 'cap'>
> {
  me: { phone: string; name: string; lid: string }
  people: Person[]
  seeds: Map<string, SeedMessage[]>
  receipts: (phone: string) => Receipts
  modules: ModuleFaults
  timelock: Timelock
  cap: NewChatCap
}

const DAY = 86_400

export function settle(options: MockOptions): Settings {
  const now = Math.floor(Date.now() / 1000)
  const seeds = options.people ?? SAMPLE_PEOPLE
  const receipts = options.receipts ?? { delivered: 30, read: null }
  const me = { phone: '4930231250', name: 'Parley Demo', ...options.me }
  return {
    me: { ...me, lid: options.me?.lid ?? lidOf(me.phone) },
    people: seeds.map(asPerson),
    seeds: new Map(seeds.flatMap(({ phone, chat }) => (chat ? [[digits(phone), chat]] : []))),
    profile: options.profile ?? '2026',
    mode: options.mode ?? 'MAIN',
    history: options.history ?? 'synced',
    version: options.version ?? '2.3000.1046379654',
    receipts: typeof receipts === 'function' ? receipts : () => receipts,
    modules: { missing: [], renamed: {}, late: {}, ...options.modules },
    timelock: { active: false, type: 'DEFAULT', until: now + DAY, ...options.timelock },
    cap: {
      total_quota: 1000,
      used_quota: 0,
      capping_status: 'NONE',
      cycle_start_timestamp: now - DAY,
      cycle_end_timestamp: now + 29 * DAY,
      ...options.cap,
    },
    resumeOutbox: options.resumeOutbox ?? false,
    crossOriginIsolation: options.crossOriginIsolation ?? false,
    existsAnswersWith: options.existsAnswersWith ?? 'lid',
  }
}

export function asPerson(seed: PersonSeed): Person {
  const { chat, ...given } = seed
  const phone = digits(seed.phone)
  return {
    lid: lidOf(phone),
    name: `+${phone}`,
    saved: seed.name !== undefined,
    addressing: 'lid',
    registered: true,
    established: chat?.some(({ fromMe }) => fromMe !== true) ?? false,
    business: false,
    blocked: false,
    ephemeralSeconds: 0,
    ...given,
    phone,
  }
}

export function digits(phone: string): string {
  return phone.replace(/\D/g, '')
}

/** A made-up hidden id: fifteen digits that no phone number has. */
function lidOf(phone: string): string {
  return `1${BigInt(`0x${createHash('sha256').update(phone).digest('hex').slice(0, 14)}`)
    .toString()
    .padStart(14, '7')
    .slice(0, 14)}`
}

/** What the page and the mock's server say to each other. Only the mock speaks this; the product meets WAWeb modules and the DOM. */

export type StreamMode = 'MAIN' | 'QR' | 'CONFLICT' | 'OFFLINE'

/** `synced`: everything the account ever sent or got; `empty`: synced, but nothing from before this link; `stuck`: never syncs. */
export type HistoryMode = 'synced' | 'empty' | 'stuck'

/** The page's markup: today's, or the one before data-id became a bare id. */
export type DomProfile = '2026' | 'legacy-2025'

/** Ack values as WhatsApp counts them: -1 failed, 0 clock, 1 server, 2 delivered, 3 read, 4 played. */
export type Ack = -1 | 0 | 1 | 2 | 3 | 4

export interface Person {
  /** Digits with country code, no plus. */
  phone: string
  /** Digits of the hidden user id; never a phone number. */
  lid: string
  name: string
  /** In the address book, so a contact model exists before any chat does. */
  saved: boolean
  /** Which id the chat is keyed by: LID-migrated or still by phone number. */
  addressing: 'lid' | 'pn'
  registered: boolean
  /** Holds a token of trust: they wrote to us before, so caps and timelocks do not apply. */
  established: boolean
  business: boolean
  blocked: boolean
  /** Disappearing messages in this chat, seconds; 0 is off. */
  ephemeralSeconds: number
}

/** A message as the account's history holds it; `chat`, `from` and `to` are serialized wids. */
export interface WireMessage {
  id: string
  chat: string
  fromMe: boolean
  from: string
  to: string
  type: 'chat' | 'image' | 'video' | 'document'
  text: string
  /** Unix seconds, as WhatsApp stores them. */
  t: number
  ack: Ack
}

export interface Timelock {
  active: boolean
  type: 'DEFAULT' | 'BIZ_QUALITY' | 'WEB_COMPANION_ONLY' | 'RESTRICT_ALL_COMPANIONS'
  /** Unix seconds. */
  until: number
}

export interface NewChatCap {
  total_quota: number
  used_quota: number
  capping_status: 'NONE' | 'FIRST_WARNING' | 'SECOND_WARNING' | 'CAPPED'
  cycle_start_timestamp: number
  cycle_end_timestamp: number
}

export interface Policy {
  timelock: Timelock
  cap: NewChatCap
}

export interface ModuleFaults {
  missing: string[]
  /** Old name to new name. */
  renamed: Record<string, string>
  /** Name to milliseconds after boot at which it registers. */
  late: Record<string, number>
}

export interface Boot {
  /** `device` counts the links of browsers to the account; 1 when left out. */
  me: { phone: string; lid: string; name: string; device?: number }
  version: string
  mode: StreamMode
  history: HistoryMode
  profile: DomProfile
  modules: ModuleFaults
  policy: Policy
  people: Person[]
  /** Phones that have a chat already. */
  chats: string[]
  /** Whether a stored, unsent message is sent by itself after a reload. Unknown for WhatsApp, so both can be had. */
  resumeOutbox: boolean
}

export interface SendRequest {
  id: string
  chat: string
  from: string
  type: WireMessage['type']
  text: string
  /** Typed and sent by a person in the page, not by a call into its modules. */
  byHand: boolean
  /** A second transmission of a stored message by `resendMsgToChat`. */
  resend: boolean
}

export type SendAnswer =
  | { kind: 'accepted'; t: number }
  | { kind: 'network' }
  | { kind: 'nack'; code: number }
  | { kind: 'silence' }
  | { kind: 'crash' }

export type PointAnswer = { kind: 'go' } | { kind: 'crash' }

/**
 * Where a run can be held: `look-up` message by key asked for, `resolve` number asked for, `store` stored and not yet
 * sent, `send` arrived at WhatsApp and not yet accepted, `accepted` accepted and not yet answered, `receipt` before each receipt.
 */
export type Point = 'look-up' | 'resolve' | 'store' | 'send' | 'accepted' | 'receipt'

export type ExistsAnswer =
  { kind: 'present'; person: Person; answerWith: 'lid' | 'pn' } | { kind: 'absent' } | { kind: 'error'; status: number }

export type ServerEvent =
  | { kind: 'stream'; mode: StreamMode }
  | { kind: 'policy'; policy: Policy }
  | { kind: 'account'; me: Boot['me'] }
  | { kind: 'person'; person: Person; hasChat: boolean }
  | { kind: 'message'; message: WireMessage; person: Person }
  /** `raw` skips the page's rule that acks only grow, so a listener sees receipts out of order and twice. */
  | { kind: 'ack'; chat: string; id: string; ack: Ack; raw: boolean }
  | { kind: 'version'; version: string }
  | { kind: 'reload' }

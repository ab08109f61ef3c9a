import type { DeviceId, DocName, E164 } from '../ids/index.ts'
import type { Fact } from './fact.ts'
import type { Message } from './message.ts'

/** The right to send for one sender, as this device holds it now. */
export interface Lease {
  readonly fence: number
  /** Every queue document the grant listed has been read up to the sequence it listed. */
  readonly caughtUp: boolean
  /** A restored backup, a cloned profile or a joined server: waits for a grant or a person's word. */
  readonly held: boolean
  /** Set if the lease was taken from a holder that could not be reached. */
  readonly takeOver?: TakeOver
}

/** What a forced take-over has to assume about the holder before. */
export interface TakeOver {
  /** The fence of the taking. */
  readonly fence: number
  readonly from: DeviceId
  /** The last sequence of each queue document that was sent to it. */
  readonly knew: ReadonlyMap<DocName, number>
}

/** What the page of the sender says. */
export interface Page {
  /** WhatsApp's word; only 'MAIN' may send. */
  readonly stream: string
  /** History is complete. */
  readonly synced: boolean
  readonly account: E164 | null
  /** Changes when the account is linked anew. */
  readonly session: string
  /** Since when the stream is MAIN without a break, ms since 1970. */
  readonly mainSince: number
  /** What sending needs and this WhatsApp does not offer, by name. */
  readonly missing: readonly string[]
}

/** What a look-up under every key a message can stand under found. */
export type Lookup =
  | { readonly kind: 'none' }
  /** The page is sending it this moment. */
  | { readonly kind: 'running' }
  /** `ack` is the highest found. */
  | { readonly kind: 'found'; readonly ack: number }
  | { readonly kind: 'unavailable' }

/** Whom an address belongs to in WhatsApp. */
export type Recipient =
  /** The chats the person can be found under, the one to write to first. */
  | { readonly kind: 'present'; readonly chats: readonly string[] }
  | { readonly kind: 'absent' }
  /** WhatsApp did not say: never read as absent. */
  | { readonly kind: 'unknown' }

/** What it takes to believe a look-up that found nothing. */
export interface Evidence {
  /** One of the last 5 messages this device saw acked was found in the same look-up. */
  readonly witness: boolean
  /** The chat's disappearing-messages timer in ms. */
  readonly disappearing: number | 'off' | 'unknown'
}

/** Everything the decision about one message depends on, gathered by the runner. */
export interface Situation {
  /** Engine time, ms since 1970 (see `engineTime`). */
  readonly now: number
  readonly device: DeviceId
  readonly message: Message
  readonly facts: readonly Fact[]
  readonly lease: Lease | undefined
  /** The holder before may know this message (see `mayBeKnown`). */
  readonly knownToFormerHolder: boolean
  readonly page: Page | undefined
  readonly consent: 'in' | 'out' | 'unknown'
  /** The workspace writes to nobody who has not opted in. */
  readonly consentRequired: boolean
  /** undefined: not asked yet. */
  readonly recipient: Recipient | undefined
  /** undefined: not asked yet. */
  readonly lookup: Lookup | undefined
  readonly evidence: Evidence
  /** The page itself said, to this engine, that it handed nothing of this attempt to WhatsApp. */
  readonly refused: boolean
  /** Chats of the other messages of its campaign that were ever dispatched. */
  readonly campaignChats: ReadonlySet<string>
}

/**
 * Whether the holder before a forced take-over may know a message: it made it, or the message stands at or below the
 * last sequence of its document sent to it.
 *
 * @param seq the sequence of the message's document that holds it; undefined while only this device has it.
 */
export function mayBeKnown({ from, knew }: TakeOver, message: Message, doc: DocName, seq: number | undefined): boolean {
  return message.device === from || (seq !== undefined && seq <= (knew.get(doc) ?? 0))
}

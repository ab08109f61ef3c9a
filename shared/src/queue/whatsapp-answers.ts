import type { Receipt } from './queue-key.ts'
import type { FailReason } from './reasons.ts'

/** What an ack of WhatsApp means for a message. */
export type AckMeaning =
  | { readonly kind: 'clock' }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'failed'; readonly reason: FailReason }

const FAILURES: Readonly<Record<number, FailReason>> = {
  [-1]: 'ack-failed',
  [-2]: 'ack-expired',
  [-3]: 'ack-gone',
  [-4]: 'ack-too-big',
  [-5]: 'ack-unuploadable',
  [-6]: 'ack-inactive',
  [-7]: 'ack-downgrade',
}

const RECEIPT_OF_ACK: Readonly<Record<number, Receipt>> = { 1: 'sent', 2: 'delivered', 3: 'read', 4: 'played' }

/**
 * Reads WhatsApp's ack number (`WAWebAck`: −7 downgrade … −1 failed, 0 clock, 1 server, 2 device, 3 read, 4 played).
 * 5 is a message to one's own devices: it reached the server, no more is claimed.
 */
export function classifyAck(ack: number): AckMeaning {
  if (ack === 0) return { kind: 'clock' }
  if (ack > 0) return { kind: 'receipt', receipt: RECEIPT_OF_ACK[ack] ?? 'sent' }
  return { kind: 'failed', reason: FAILURES[ack] ?? 'unknown' }
}

/** How handing a message to the page ended. `lost`: no answer came, or none that can be read. */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly reason: 'nack' | 'blocked'; readonly code: number | null }
  | { readonly kind: 'uncertain' }
  /** Nothing was handed to WhatsApp. `render`: the text is not what the version and values give. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'lost' }

/** What follows from it. */
export type SendVerdict =
  | { readonly do: 'receipt'; readonly receipt: 'sent' }
  | { readonly do: 'fail'; readonly reason: FailReason }
  | { readonly do: 'look-up' }
  /** Nothing was handed over: decide anew with `refused`. */
  | { readonly do: 'again' }

/** The server's answer to a reach-out it does not allow. Retrying counts as another one (Baileys, issue 2441). */
const REACH_OUT = 463

/** The chat it was prepared for is no more: the same attempt would be refused again and again. */
const MOVED = new Set(['no-chat', 'chat-moved'])

/** What the answer to a send means. Whatever is not a plain yes or no is looked up, never tried again blindly. */
export function classifySend(outcome: SendOutcome): SendVerdict {
  switch (outcome.kind) {
    case 'accepted':
      return { do: 'receipt', receipt: 'sent' }
    case 'failed':
      if (outcome.reason === 'blocked') return { do: 'fail', reason: 'blocked' }
      return { do: 'fail', reason: outcome.code === REACH_OUT ? 'reach-out' : 'refused' }
    case 'refused':
      if (outcome.reason === 'render') return { do: 'fail', reason: 'render-mismatch' }
      return MOVED.has(outcome.reason) ? { do: 'fail', reason: 'refused' } : { do: 'again' }
    case 'uncertain':
    case 'lost':
      return { do: 'look-up' }
  }
}

/** True for WhatsApp's own limits: never retried, and everything cold stops. */
export function isLimitReason(reason: FailReason): boolean {
  return reason === 'reach-out'
}

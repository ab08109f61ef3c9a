import type { SendOutcome } from '../protocol.ts'
import type { SendResult } from './whatsapp-types.ts'

/** What WhatsApp's answer to a send means. A failed send resolves like a good one, so only a plain OK counts as accepted. */
export function outcomeOf(result: SendResult | undefined, now: number): SendOutcome {
  const { messageSendResult, ackErrorCode, t } = result ?? {}
  if (messageSendResult === 'OK') return { kind: 'accepted', at: typeof t === 'number' ? t : now }
  if (typeof ackErrorCode === 'number') return { kind: 'failed', code: Math.trunc(ackErrorCode) }
  return { kind: 'uncertain', reason: messageSendResult === 'ERROR_NETWORK' ? 'network' : 'unknown' }
}

/** What a send that threw means: never that nothing was sent, except that a duplicate key was caught by WhatsApp's database. */
export function outcomeOfError(error: unknown): SendOutcome {
  const name = error instanceof Error ? [error.name, error.constructor.name] : []
  return { kind: 'uncertain', reason: name.includes('DuplicateMessageError') ? 'duplicate' : 'unknown' }
}

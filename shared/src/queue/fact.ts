import * as z from 'zod'
import { asE164, type DeviceId, type E164, type MessageId } from '../ids/index.ts'
import { parseQueueKey, queueKey, RECEIPTS, type QueueKey, type Receipt } from './queue-key.ts'
import { asReason, FAIL_REASONS, SKIP_REASONS, UNCERTAIN_REASONS } from './reasons.ts'
import type { FailReason, SkipReason, UncertainReason } from './reasons.ts'

/** What was handed to WhatsApp, written before it is: enough to find it again after a crash. */
export interface Handover {
  /** The chats whose key the message can stand under, the one it was handed to first. */
  readonly chats: readonly string[]
  readonly account: E164
  /** Changes when the account is linked anew: then "not found" proves nothing. */
  readonly session: string
  /** SHA-256 of the text. */
  readonly textHash: string
}

/** A word a person gives on an uncertain (or failed) attempt. The stronger one stands first. */
export const DECISIONS = ['give-up', 'sent', 'send'] as const
export type Decision = (typeof DECISIONS)[number]

interface Attempt {
  readonly attempt: number
  readonly fence: number
  /** ms since 1970. */
  readonly at: number
}

/** One key of a queue document with its value. Facts are only ever added. */
export type Fact =
  | (Attempt & { readonly kind: 'reserved'; readonly by: DeviceId })
  /** `handover` is absent only in a record this build cannot read: then nothing can be proven. */
  | (Attempt & { readonly kind: 'dispatching'; readonly by: DeviceId; readonly handover?: Handover })
  | (Attempt & { readonly kind: 'failed'; readonly by: DeviceId; readonly reason: FailReason })
  | (Attempt & { readonly kind: 'uncertain'; readonly by: DeviceId; readonly reason: UncertainReason })
  | (Attempt & { readonly kind: Receipt })
  | { readonly kind: 'decided'; readonly attempt: number; readonly member: string; readonly decision: Decision }
  | { readonly kind: 'stop'; readonly member: string }
  | { readonly kind: 'end'; readonly how: 'cancelled'; readonly at: number; readonly by: DeviceId }
  | {
      readonly kind: 'end'
      readonly how: 'skipped'
      readonly reason: SkipReason
      readonly at: number
      readonly by: DeviceId
    }

const FORMAT = 1
const handover = z.tuple([z.array(z.string()), z.string(), z.string(), z.string()]).rest(z.unknown())

/**
 * Key and value of a fact. What several honest devices may write under one key (receipts, decisions, stops) holds
 * nothing they could differ in but a receipt's time: the append-only check refuses a different value.
 */
export function encodeFact(id: MessageId, fact: Fact): { readonly key: string; readonly value: readonly unknown[] } {
  switch (fact.kind) {
    case 'decided':
      return { key: queueKey({ ...fact, id }), value: [FORMAT, fact.decision] }
    case 'stop':
      return { key: queueKey({ ...fact, id }), value: [FORMAT] }
    case 'end':
      return {
        key: queueKey({ kind: 'end', id }),
        value: [FORMAT, fact.at, fact.by, fact.how, ...(fact.how === 'skipped' ? [fact.reason] : [])],
      }
    default: {
      const { attempt, fence, kind: state } = fact
      return {
        key: queueKey({ kind: 'attempt', id, attempt, fence, state }),
        value: [FORMAT, fact.at, ...detail(fact)],
      }
    }
  }
}

/**
 * Reads a key and its value; undefined for a message and for keys of a later build. A key counts even if its value
 * cannot be read: it then means what sends least.
 */
export function decodeFact(key: string, value: unknown): (Fact & { readonly id: MessageId }) | undefined {
  const parsed = parseQueueKey(key)
  if (!parsed || parsed.kind === 'message') return undefined
  const { id } = parsed
  const [, ...rest] = Array.isArray(value) ? (value as unknown[]) : []
  switch (parsed.kind) {
    case 'decided':
      return { ...parsed, decision: DECISIONS.find((decision) => decision === rest[0]) ?? 'give-up' }
    case 'stop':
      return parsed
    case 'end': {
      const [at, by, how, reason] = rest
      const stem = { kind: 'end', id, at: asTime(at), by: asDevice(by) } as const
      return how === 'skipped'
        ? { ...stem, how, reason: asReason(SKIP_REASONS, reason) }
        : { ...stem, how: 'cancelled' }
    }
    case 'attempt':
      return decodeAttempt(parsed, rest)
  }
}

export function isReceipt(kind: Fact['kind']): kind is Receipt {
  return RECEIPTS.some((receipt) => receipt === kind)
}

function detail(fact: Extract<Fact, Attempt>): readonly unknown[] {
  if (isReceipt(fact.kind)) return []
  if (fact.kind === 'failed' || fact.kind === 'uncertain') return [fact.by, fact.reason]
  if (fact.kind === 'dispatching' && fact.handover) {
    const { chats, account, session, textHash } = fact.handover
    return [fact.by, [[...chats], account, session, textHash]]
  }
  return 'by' in fact ? [fact.by] : []
}

function decodeAttempt(
  { id, attempt, fence, state }: QueueKey & { kind: 'attempt' },
  [at, by, more]: readonly unknown[],
): Fact & { readonly id: MessageId } {
  const stem = { id, attempt, fence, at: asTime(at) }
  switch (state) {
    case 'reserved':
      return { ...stem, kind: state, by: asDevice(by) }
    case 'dispatching':
      return { ...stem, kind: state, by: asDevice(by), ...readHandover(more) }
    case 'failed':
      return { ...stem, kind: state, by: asDevice(by), reason: asReason(FAIL_REASONS, more) }
    case 'uncertain':
      return { ...stem, kind: state, by: asDevice(by), reason: asReason(UNCERTAIN_REASONS, more) }
    default:
      return { ...stem, kind: state }
  }
}

function readHandover(value: unknown): { handover?: Handover } {
  const record = handover.safeParse(value)
  if (!record.success) return {}
  const [chats, accountText, session, textHash] = record.data
  const account = asE164(accountText)
  return account ? { handover: { chats, account, session, textHash } } : {}
}

function asTime(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function asDevice(value: unknown): DeviceId {
  return (typeof value === 'string' ? value : '') as DeviceId
}

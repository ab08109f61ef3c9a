import type { MessageId } from '../ids/index.ts'
import { isReceipt, type Fact } from './fact.ts'
import { RECEIPTS, type Receipt } from './queue-key.ts'

/** Another device's receipt is left to the holder for this long. */
export const HOLDER_FIRST_MS = 5 * 60_000

/**
 * The receipt fact an ack adds, if it says more than is known. Written for the latest attempt that was handed over:
 * one id has one fate, whichever attempt brought it there.
 *
 * @param holder this device holds the sender's lease.
 * @param seenAt when this device first saw the ack; `now` the engine time.
 */
export function receiptFact(
  facts: readonly Fact[],
  receipt: Receipt,
  { holder, seenAt, now }: { readonly holder: boolean; readonly seenAt: number; readonly now: number },
): Extract<Fact, { kind: Receipt }> | undefined {
  if (!holder && now - seenAt < HOLDER_FIRST_MS) return undefined
  const known = Math.max(-1, ...facts.map(({ kind }) => (isReceipt(kind) ? RECEIPTS.indexOf(kind) : -1)))
  if (RECEIPTS.indexOf(receipt) <= known) return undefined
  const handed = facts.filter((fact) => fact.kind === 'dispatching' || fact.kind === 'uncertain')
  const [latest] = handed.sort((a, b) => b.attempt - a.attempt || b.fence - a.fence)
  return latest && { kind: receipt, attempt: latest.attempt, fence: latest.fence, at: seenAt }
}

/** The messages whose acks are read when a page becomes ready and every hour: whatever can still move forward. */
export function openForReceipts(
  entries: Iterable<{ readonly id: MessageId; readonly facts: readonly Fact[] }>,
): MessageId[] {
  const open: MessageId[] = []
  for (const { id, facts } of entries) {
    const handed = facts.some(({ kind }) => kind === 'dispatching' || kind === 'uncertain')
    if (handed && !facts.some(({ kind }) => kind === 'played')) open.push(id)
  }
  return open
}

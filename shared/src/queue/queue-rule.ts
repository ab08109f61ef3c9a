import type { AppendRule } from './append-only.ts'
import { isReceipt } from './fact.ts'
import { parseQueueKey } from './queue-key.ts'

/** The append-only rule of queue documents: keys of the queue; equal values, but for the time of a receipt. */
export const QUEUE_RULE: AppendRule = {
  accepts(key) {
    return parseQueueKey(key) !== undefined
  },
  same(key, standing, offered) {
    const parsed = parseQueueKey(key)
    if (parsed?.kind === 'attempt' && isReceipt(parsed.state))
      return isReceiptValue(standing) && isReceiptValue(offered)
    return JSON.stringify(standing) === JSON.stringify(offered)
  },
}

function isReceiptValue(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number')
}

import * as z from 'zod'
import type { E164 } from '@parley/shared/ids'
import type { Lease } from '@parley/shared/queue'

const FORMAT = 1
const stored = z.object({ format: z.literal(FORMAT), fence: z.int().min(1) })

/** Where a sender's lease stands in `kv`. */
export function leaseKey(account: E164): string {
  return `lease/${account}`
}

/** undefined: this device holds none. */
export function readLease(value: unknown): Lease | undefined {
  const row = stored.safeParse(value)
  return row.success ? { fence: row.data.fence, caughtUp: true, held: false } : undefined
}

export function writeLease({ fence }: Pick<Lease, 'fence'>): unknown {
  return { format: FORMAT, fence }
}

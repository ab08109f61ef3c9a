import * as z from 'zod'
import type { E164 } from '@parley/shared/ids'
import type { Spent } from '@parley/shared/queue'

/** What a sender has spent of its budgets, and what holds it until a person has looked. Times are ms since 1970. */
export interface PaceRow {
  /** Dispatches of the last 24 hours. */
  readonly spent: readonly Spent[]
  /** WhatsApp answered a message to a stranger with 463. */
  readonly reachOutAt: number | undefined
  /** The clock jumped. */
  readonly clockJumpAt: number | undefined
}

const FORMAT = 1
const DAY = 24 * 60 * 60_000
const stored = z.object({
  format: z.literal(FORMAT),
  spent: z.array(z.tuple([z.number(), z.boolean()])),
  reachOutAt: z.number().nullable(),
  clockJumpAt: z.number().nullable(),
})

export function paceKey(account: E164): string {
  return `pace/${account}`
}

export function readPace(value: unknown): PaceRow {
  const row = stored.safeParse(value)
  if (!row.success) return { spent: [], reachOutAt: undefined, clockJumpAt: undefined }
  const { spent, reachOutAt, clockJumpAt } = row.data
  return {
    spent: spent.map(([at, cold]) => ({ at, cold })),
    reachOutAt: reachOutAt ?? undefined,
    clockJumpAt: clockJumpAt ?? undefined,
  }
}

/** The row as it is stored: what no window counts any more is left out. */
export function writePace({ spent, reachOutAt, clockJumpAt }: PaceRow, now: number): unknown {
  return {
    format: FORMAT,
    spent: spent.filter(({ at }) => at > now - DAY).map(({ at, cold }) => [at, cold]),
    reachOutAt: reachOutAt ?? null,
    clockJumpAt: clockJumpAt ?? null,
  }
}

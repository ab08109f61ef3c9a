/** What the engine knows of time. All in ms. */
export interface Clocks {
  /** The device's clock now. */
  readonly device: number
  /** Server − device when last heard; 0 without a server. */
  readonly serverOffset: number
  /** The newest time of any fact of the sender's queue documents. */
  readonly newestFact: number
  /** Device clock and a clock that cannot be set, both read at one moment before; undefined after a start. */
  readonly before: { readonly device: number; readonly steady: number } | undefined
  /** The clock that cannot be set, now. */
  readonly steady: number
}

/** More than this is no drift. */
export const JUMP_MS = 5 * 60_000

/**
 * The time the queue goes by: the device's clock corrected by the server's, never before the newest fact. A clock
 * that is off or was moved by more than 5 minutes is reported: scheduled and cold messages then wait for a person,
 * else a clock set forward would send tomorrow's campaign and empty the daily budget.
 */
export function engineTime({ device, serverOffset, newestFact, before, steady }: Clocks): {
  readonly now: number
  readonly jumped: boolean
} {
  const now = Math.max(device + serverOffset, newestFact)
  const moved = before ? device - before.device - (steady - before.steady) : 0
  const behind = newestFact - (device + serverOffset)
  const jumped = Math.abs(serverOffset) > JUMP_MS || Math.abs(moved) > JUMP_MS || behind > JUMP_MS
  return { now, jumped }
}

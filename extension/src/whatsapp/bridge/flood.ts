/** Frames a second that are still read; WhatsApp at its busiest, catching up on receipts, stays well below. */
const PER_SECOND = 1_000
const BURST = 3_000

export interface Bucket {
  tokens: number
  at: number
}

export function fullBucket(now: number): Bucket {
  return { tokens: BURST, at: now }
}

/** Takes one frame's worth; `allowed` is false when the page sends faster than we read. `now` in milliseconds. */
export function takeOne({ tokens, at }: Bucket, now: number): { allowed: boolean; bucket: Bucket } {
  const filled = Math.min(BURST, tokens + (Math.max(0, now - at) / 1000) * PER_SECOND)
  const allowed = filled >= 1
  return { allowed, bucket: { tokens: allowed ? filled - 1 : filled, at: now } }
}

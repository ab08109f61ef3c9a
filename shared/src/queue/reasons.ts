// Why a message is where it is. Closed lists: the screens have words for each, and no text is ever parsed back.
// A reason a later build writes is read as 'unknown' where one is needed.

/** Why a person gets no message although the audience holds them. */
export const SKIP_REASONS = ['opted-out', 'no-consent', 'no-number', 'same-person', 'render', 'unknown'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why it was not accepted, by WhatsApp or before it got there; `ack-…` are WhatsApp's −1 to −7. */
export const FAIL_REASONS = [
  'not-on-whatsapp',
  'blocked',
  'reach-out',
  'refused',
  'render-mismatch',
  'ack-failed',
  'ack-expired',
  'ack-gone',
  'ack-too-big',
  'ack-unuploadable',
  'ack-inactive',
  'ack-downgrade',
  'given-up',
  'unknown',
] as const
export type FailReason = (typeof FAIL_REASONS)[number]

/** Why nobody but a person can say whether it was sent. */
export const UNCERTAIN_REASONS = [
  /** Another device held the sender and may still send. */
  'take-over',
  /** WhatsApp has it and has not handed it on for 10 minutes. */
  'clock',
  /** Not found, but another account or another linking of this one is looking. */
  'session',
  /** Not found, but neither is what was surely sent: history may be missing. */
  'no-witness',
  /** Not found, but the chat deletes messages sooner than this one is old, or may. */
  'disappearing',
  /** Not found, but it was handed over too long ago. */
  'too-old',
  'unknown',
] as const
export type UncertainReason = (typeof UNCERTAIN_REASONS)[number]

/** Reads a reason from a document. */
export function asReason<Reason extends string>(list: readonly Reason[], value: unknown): Reason | 'unknown' {
  return list.find((reason) => reason === value) ?? 'unknown'
}

/** True if a person may ask for another try under the same id. WhatsApp's limits answer a retry with a longer lock. */
export function mayRetry(reason: FailReason): boolean {
  return reason !== 'reach-out' && reason !== 'given-up' && reason !== 'blocked'
}

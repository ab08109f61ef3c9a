import type { TemplateProblem } from '@parley/shared/templates'

/** Why a call failed; the screens turn a reason into a sentence. */
export type CallError =
  | { reason: 'unknown-call' }
  /** `at` are dotted paths into the input. */
  | { reason: 'bad-input'; at: string[] }
  | { reason: 'forbidden' }
  | { reason: 'no-workspace' }
  | { reason: 'workspace-exists' }
  | { reason: 'not-found' }
  /** Another contact has this number. */
  | { reason: 'duplicate'; id: string }
  /** `problem` is a closed code of the field's own check, such as `too-short` of a phone number. */
  | { reason: 'invalid-field'; field: string; problem: string }
  | { reason: 'name-taken' }
  /** Consent belongs to a number, and this contact has none. */
  | { reason: 'no-alias' }
  | { reason: 'already-undone' }
  | { reason: 'import-file-gone' }
  /** The draft cannot be published as it stands. */
  | { reason: 'template-problems'; problems: readonly TemplateProblem[] }
  /** Nothing differs from the latest version. */
  | { reason: 'nothing-changed' }
  /** The audience is not what the review showed any more. */
  | { reason: 'review-changed'; recipients: number; included: number }
  /** Nobody of the audience would get it. */
  | { reason: 'nobody' }
  /** The page about WhatsApp's rules has not been acknowledged. */
  | { reason: 'notice-needed' }
  /** No WhatsApp account is connected, or several are and none was named. */
  | { reason: 'no-sender' }
  | { reason: 'storage-full' }
  | { reason: 'storage-unavailable' }
  /** Written by a newer Parley than this one. */
  | { reason: 'update-parley' }
  /** A fault of ours; the log of the background page has it. */
  | { reason: 'internal' }

import { z } from 'zod'

/** Why a REST call was refused: the `reason` of its problem+json. */
export const problemReason = z.enum([
  'invalid', // the body does not match its schema; `issues` name the paths
  'not-found',
  'too-large',
  'internal',
  'sign-in-needed', // no session, or one that is over
  'wrong-credentials', // e-mail or password; never which
  'too-many-attempts', // `retryAfter` in seconds
  'email-taken',
  'workspace-taken', // another account registered this workspace id
  'invite-unknown',
  'invite-expired',
  'invite-used',
  'not-a-member',
  'role-too-low',
  'last-owner', // a workspace keeps an owner
  'device-unknown',
  'device-taken', // the id belongs to another member or workspace
  'device-revoked',
  'lease-held', // `device` holds it
  'lease-not-held', // released by a device or with a fence that does not hold it
  'refused', // a content check; `check` says which
])
export type ProblemReason = z.infer<typeof problemReason>

/** Why a document's stream was not opened or was closed. Arrives as the reason of `authenticationFailed` or `close`. */
export const closeReason = z.enum([
  'token-invalid',
  'token-expired',
  'unknown-document',
  'forbidden', // the role does not see this document
  'device-unknown',
  'device-revoked',
  'device-elsewhere', // this device id has another live connection: one of the two is a copy
  'role-changed', // attach again to get the new rights
  'not-a-member',
  'refused-malformed',
  'refused-size',
  'refused-shape', // not one root map `m` of plain values
  'refused-key', // a key name that does not fit the document
  'refused-append-only', // an overwrite, a different value, or a deletion that empties a key
  'gap', // misses an earlier change: attach again, the handshake sends it
  'internal',
])
export type CloseReason = z.infer<typeof closeReason>

/** Websocket and document close code by reason; 44xx like Hocuspocus's own. */
export function closeCode(reason: CloseReason): number {
  if (reason === 'token-invalid' || reason === 'token-expired') return 4401
  if (reason === 'gap') return 4205
  return reason === 'internal' ? 4500 : 4403
}

/** The content checks' verdicts. */
export type Refusal = Extract<CloseReason, `refused-${string}`> | 'gap'

import type { onAuthenticatePayload, onTokenSyncPayload } from '@hocuspocus/server'
import { parseDocName, type DocRef } from '@parley/shared/ids'
import { mayRead, mayWrite, type CloseReason } from '@parley/shared/sync'
import type Database from 'better-sqlite3'
import { findDevice, requireDevice } from '../auth/devices.ts'
import { roleIn } from '../auth/members.ts'
import type { TokenClaims, Tokens } from '../auth/tokens.ts'
import { Problem } from '../ops/problem.ts'
import { CloseError } from './close-error.ts'
import type { Context, Stream } from './context.ts'
import type { LiveDevices } from './live-devices.ts'

/** Whose token it is, and that its device may still connect. */
async function identify(db: Database.Database, tokens: Tokens, token: string): Promise<TokenClaims> {
  const claims = await tokens.verify(token)
  if (!claims) throw new CloseError('token-invalid')
  requireLive(db, claims)
  return claims
}

function requireLive(db: Database.Database, { workspace, account, device }: TokenClaims): void {
  try {
    requireDevice(db, workspace, account, device)
  } catch (error) {
    throw error instanceof Problem ? new CloseError(error.reason as CloseReason) : error
  }
}

/** Whether what a stream was opened with still holds. */
export function isCurrent(db: Database.Database, { workspace, account, device, role }: Stream): boolean {
  const found = findDevice(db, device)
  return found?.revoked === null && roleIn(db, workspace, account) === role
}

/** Opens a document for a device: known name, own workspace, a role that sees it, no twin. Read-only where it may not write. */
export function authenticate(db: Database.Database, tokens: Tokens, devices: LiveDevices) {
  return async (payload: onAuthenticatePayload<Context>): Promise<Partial<Context>> => {
    const claims = await identify(db, tokens, payload.token)
    const ref = openable(payload.documentName, claims.workspace)
    if (!payload.context.socket) throw new CloseError('internal')
    await devices.claim(claims.device, payload.context.socket)
    // After the wait for a former connection: what was true before it may have been taken away meanwhile.
    requireLive(db, claims)
    const role = roleIn(db, claims.workspace, claims.account)
    if (!role || !mayRead(role, ref)) throw new CloseError('forbidden')
    payload.connectionConfig.readOnly = !mayWrite(role, ref)
    const stream: Stream = { ...claims, ref, role, asked: false }
    return { by: claims.device, stream }
  }
}

/** A later token of the same device prolongs the stream. */
export function renew(db: Database.Database, tokens: Tokens) {
  return async ({ token, context }: onTokenSyncPayload<Context>): Promise<void> => {
    const claims = await identify(db, tokens, token)
    const { stream } = context
    if (claims.device !== stream?.device || claims.account !== stream.account) throw new CloseError('token-invalid')
    stream.expiresAt = claims.expiresAt
    stream.asked = false
  }
}

function openable(name: string, workspace: string): DocRef {
  const ref = parseDocName(name)
  if (ref?.workspace !== workspace) throw new CloseError('unknown-document')
  return ref
}

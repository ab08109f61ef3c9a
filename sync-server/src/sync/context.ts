import { isTransactionOrigin } from '@hocuspocus/server'
import type { DocRef } from '@parley/shared/ids'
import type { Role } from '@parley/shared/sync'
import type { TokenClaims } from '../auth/tokens.ts'
import type { LiveSocket } from './live-socket.ts'

/** One document open on one socket. One object for the stream's life: Hocuspocus copies contexts, not what they hold. */
export interface Stream extends Omit<TokenClaims, 'expiresAt'> {
  readonly ref: DocRef
  readonly role: Role
  expiresAt: number
  /** The client was asked for a new token and has not answered. */
  asked: boolean
}

export interface Context {
  /** Who an edit is recorded for: a device, an account, or the server itself. */
  readonly by: string
  readonly socket?: LiveSocket
  readonly stream?: Stream
}

/** Who made a transaction, from the origin Hocuspocus gives it. */
export function writerOf(origin: unknown): string {
  if (!isTransactionOrigin(origin)) return 'server'
  if (origin.source === 'connection') return (origin.connection.context as Context).by
  return origin.source === 'local' ? ((origin.context as Context | undefined)?.by ?? 'server') : 'server'
}

import { closeCode, type CloseReason } from '@parley/shared/sync'

/**
 * Ends one document's stream. Hocuspocus reads `code` and `reason`, and prints whatever has a message: this has none,
 * the hub logs it.
 */
export class CloseError extends Error {
  override readonly name = 'CloseError'
  readonly reason: CloseReason
  readonly code: number

  constructor(reason: CloseReason) {
    super('')
    this.reason = reason
    this.code = closeCode(reason)
  }
}

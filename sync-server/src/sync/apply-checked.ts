import type { Document, TransactionOrigin } from '@hocuspocus/server'
import type { DocRef } from '@parley/shared/ids'
import { checkUpdate, type UpdateSize } from '@parley/shared/sync'
import * as Y from 'yjs'
import { CloseError } from './close-error.ts'

/**
 * Judges an update and applies it in the same turn, so that nothing comes between the two. Throws `CloseError`, and then
 * the document is as before.
 */
export function applyChecked(
  document: Document,
  ref: DocRef,
  update: Uint8Array,
  size: UpdateSize,
  origin: TransactionOrigin,
): void {
  // An unloaded document has no listeners left: an edit to it would be acknowledged and never logged.
  if (document.isDestroyed) throw new CloseError('gap')
  const refusal = checkUpdate(document, ref, update, size)
  if (refusal) throw new CloseError(refusal)
  Y.applyUpdate(document, update, origin)
  unpark(document)
}

/** What Yjs parked for want of an earlier update was not logged, so it must not be acknowledged either. */
function unpark({ store }: Document): void {
  if (store.pendingStructs === null && store.pendingDs === null) return
  store.pendingStructs = null
  store.pendingDs = null
  throw new CloseError('gap')
}

import type { beforeSyncPayload } from '@hocuspocus/server'
import { applyChecked } from './apply-checked.ts'
import { CloseError } from './close-error.ts'
import type { Context } from './context.ts'

/** y-protocols' sync messages. https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md */
const STATE_VECTOR = 0
const WHOLE = 1

/**
 * Before Hocuspocus applies an update. It is applied here, where a failure still refuses it: Hocuspocus's own call
 * swallows what Yjs throws and acknowledges all the same. That call then finds nothing new.
 */
export function judgeWrite({ type, payload, document, connection, context }: beforeSyncPayload<Context>): void {
  if (type === STATE_VECTOR || connection.readOnly) return
  if (!context.stream) throw new CloseError('internal')
  const size = type === WHOLE ? 'whole' : 'live'
  applyChecked(document, context.stream.ref, payload, size, { source: 'connection', connection })
}

import { parseDocName } from '@parley/shared/ids'
import type { Log } from '../ops/log.ts'
import { CloseError } from './close-error.ts'

type Hook<Payload, Answer> = (payload: Payload) => Answer | Promise<Answer>

/** A hook Hocuspocus waits for: what it throws closes the document's stream, and says why. */
export function orClose<Payload extends { documentName: string }, Answer>(
  log: Log,
  hook: Hook<Payload, Answer>,
): (payload: Payload) => Promise<Answer> {
  return async (payload) => {
    try {
      return await hook(payload)
    } catch (error) {
      const known = error instanceof CloseError ? error : new CloseError('internal')
      const level = known === error ? 'info' : 'error'
      log[level](
        { doc: loggable(payload.documentName), reason: known.reason, err: known === error ? undefined : error },
        'stream refused',
      )
      throw known
    }
  }
}

/** A hook nobody waits for: a throw would be an unhandled rejection and end the process. */
export function orLog<Payload extends { documentName: string }>(
  log: Log,
  hook: Hook<Payload, void>,
): (payload: Payload) => Promise<void> {
  return async (payload) => {
    try {
      await hook(payload)
    } catch (error) {
      log.error({ doc: loggable(payload.documentName), err: error }, 'hook failed')
    }
  }
}

/** Before a document is opened its name is whatever a stranger wrote there. */
function loggable(name: string): string {
  return parseDocName(name) ? name : 'none'
}

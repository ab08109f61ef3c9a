import type { Connection, Hocuspocus } from '@hocuspocus/server'
import { CloseError } from './close-error.ts'
import type { Context } from './context.ts'

/** Asks for a new token before the old one ends, and closes what did not get one. Hocuspocus does neither by itself. */
export function renewTokens(hocuspocus: Hocuspocus<Context>, lifeMs: number, now: () => number): Disposable {
  const lead = Math.min(60_000, lifeMs / 2)
  const timer = setInterval(
    () => {
      for (const document of hocuspocus.documents.values())
        for (const connection of document.getConnections()) checkOne(connection as Connection<Context>, now(), lead)
    },
    Math.min(5_000, lifeMs / 10),
  )
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

function checkOne(connection: Connection<Context>, time: number, lead: number): void {
  const { stream } = connection.context
  if (!stream) return
  if (time >= stream.expiresAt) {
    connection.close(new CloseError('token-expired'))
  } else if (!stream.asked && time >= stream.expiresAt - lead) {
    stream.asked = true
    connection.requestToken()
  }
}

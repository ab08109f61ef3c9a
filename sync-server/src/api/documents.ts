import { parseDocName, type DocName, type DocRef } from '@parley/shared/ids'
import { MAX_WHOLE_DOCUMENT, mayWrite, type uploadAnswer } from '@parley/shared/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { requireRole } from '../auth/members.ts'
import { Problem } from '../ops/problem.ts'
import { applyChecked } from '../sync/apply-checked.ts'
import type { Hub } from '../sync/hub.ts'
import type { ApiParts } from './parts.ts'
import { signedIn } from './route.ts'

/** Whole documents: how a workspace that had no server comes here. Taken whole or not at all; answered when durable. */
export function documentRoutes(app: FastifyInstance, { db, sessions, hub, reader, updates }: ApiParts): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => done(null, body))

  // Looked at before the body is read: else strangers could have the server hold as many bodies as they send.
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    await signedIn(sessions, request)
  }
  app.put('/v1/documents/*', { bodyLimit: MAX_WHOLE_DOCUMENT, onRequest }, async (request) => {
    const account = await signedIn(sessions, request)
    const name = (request.params as { '*': string })['*']
    const ref = parseDocName(name)
    if (!ref) throw new Problem('not-found')
    if (!mayWrite(requireRole(db, ref.workspace, account), ref)) throw new Problem('role-too-low')
    if (!(request.body instanceof Buffer)) throw new Problem('invalid', { issues: [] })
    await takeWhole(hub, name as DocName, ref, new Uint8Array(request.body), account)
    await updates.settled()
    return { epoch: reader.epoch(), seq: reader.seq(name) } satisfies z.input<typeof uploadAnswer>
  })
}

async function takeWhole(hub: Hub, name: DocName, ref: DocRef, update: Uint8Array, by: string): Promise<void> {
  const direct = await hub.hocuspocus.openDirectConnection(name, { by })
  try {
    if (direct.document) applyChecked(direct.document, ref, update, 'whole', { source: 'local', context: { by } })
  } finally {
    await direct.disconnect({ unloadImmediately: false })
  }
}

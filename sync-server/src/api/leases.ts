import { parseDocName } from '@parley/shared/ids'
import { grantBody, maySend, releaseBody, type grantAnswer } from '@parley/shared/sync'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { requireDevice } from '../auth/devices.ts'
import { grantLease, releaseLease } from '../auth/leases.ts'
import { requireRole } from '../auth/members.ts'
import { Problem } from '../ops/problem.ts'
import type { DocumentReader } from '../store/document-reader.ts'
import type { ApiParts } from './parts.ts'
import { postSignedIn } from './route.ts'

/** The right of one device to send for one sender. */
export function leaseRoutes(app: FastifyInstance, { db, sessions, reader, hub, updates, now }: ApiParts): void {
  const check = (workspace: string, account: string, device: string): void => {
    requireDevice(db, workspace, account, device)
    if (!maySend(requireRole(db, workspace, account))) throw new Problem('role-too-low')
  }

  postSignedIn(app, sessions, '/v1/leases', grantBody, async ({ workspace, device, sender, above }, account) => {
    check(workspace, account, device)
    const fence = grantLease(db, { workspace, sender, device }, above, now())
    await hub.publishTeam(workspace)
    await updates.settled()
    return { fence, epoch: reader.epoch(), docs: queueSeqs(reader, workspace) } satisfies z.input<typeof grantAnswer>
  })

  postSignedIn(
    app,
    sessions,
    '/v1/leases/release',
    releaseBody,
    async ({ workspace, device, sender, fence }, account) => {
      requireDevice(db, workspace, account, device)
      releaseLease(db, { workspace, sender, device }, fence)
      await hub.publishTeam(workspace)
      return {}
    },
  )
}

/** Every queue document: those of a due day hold the messages of all senders. */
function queueSeqs(reader: DocumentReader, workspace: string): Record<string, number> {
  return Object.fromEntries([...reader.seqs(workspace)].filter(([name]) => parseDocName(name)?.kind === 'queue'))
}

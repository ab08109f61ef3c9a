import { inviteBody, roleBody } from '@parley/shared/sync'
import type { FastifyInstance } from 'fastify'
import { createInvite } from '../auth/invites.ts'
import { setRole } from '../auth/members.ts'
import type { ApiParts } from './parts.ts'
import { postSignedIn } from './route.ts'

/** Invites and roles. A changed role counts at once: the member's streams are closed and opened anew. */
export function memberRoutes(app: FastifyInstance, { db, sessions, hub, now, random }: ApiParts): void {
  postSignedIn(app, sessions, '/v1/invites', inviteBody, (body, by) => createInvite(db, { ...body, by }, now(), random))

  postSignedIn(app, sessions, '/v1/members/role', roleBody, async ({ workspace, account, role }, by) => {
    setRole(db, workspace, by, account, role)
    const reason = role === null ? 'not-a-member' : 'role-changed'
    hub.closeStreams((stream) => stream.workspace === workspace && stream.account === account, reason)
    await hub.publishTeam(workspace)
    return {}
  })
}

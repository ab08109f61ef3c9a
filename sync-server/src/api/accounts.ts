import { registerBody, signInBody, workspaceId, type signedIn } from '@parley/shared/sync'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { register, signIn } from '../auth/accounts.ts'
import { membershipsOf } from '../auth/members.ts'
import { Problem } from '../ops/problem.ts'
import type { ApiParts } from './parts.ts'
import { bearer, post } from './route.ts'

/** Registering, signing in and out. Guesses at passwords and at invite codes are throttled alike. */
export function accountRoutes(app: FastifyInstance, { db, sessions, throttle, hub, now, random }: ApiParts): void {
  const welcome = async (account: string): Promise<z.input<typeof signedIn>> => ({
    session: await sessions.create(account),
    account,
    memberships: membershipsOf(db, account),
  })
  const throttled = async <T>(email: string, address: string, run: () => Promise<T>): Promise<T> => {
    const retryAfter = throttle.attempt(email, address)
    if (retryAfter > 0) throw new Problem('too-many-attempts', { retryAfter })
    const done = await run()
    throttle.succeeded(email, address)
    return done
  }

  post(app, '/v1/accounts', registerBody, async (body, { ip }) => {
    const { account, workspace } = await throttled(body.email, ip, () => register(db, body, now, random))
    await hub.publishTeam(workspaceId.parse(workspace))
    return welcome(account)
  })

  post(app, '/v1/sessions', signInBody, async (body, { ip }) =>
    welcome(await throttled(body.email, ip, () => signIn(db, body))),
  )

  app.delete('/v1/sessions', async (request, reply) => {
    await sessions.revoke(bearer(request))
    return reply.code(204).send()
  })
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Sessions } from '../auth/sessions.ts'
import { Problem } from '../ops/problem.ts'

/** A POST whose body is checked first; a body that does not fit is the problem `invalid`. */
export function post<Body extends z.ZodType>(
  app: FastifyInstance,
  url: string,
  schema: Body,
  handle: (body: z.output<Body>, request: FastifyRequest) => unknown,
): void {
  app.post(url, (request) => handle(parse(schema, request.body), request))
}

/** The same for a signed-in account. The session is looked at before the body. */
export function postSignedIn<Body extends z.ZodType>(
  app: FastifyInstance,
  sessions: Sessions,
  url: string,
  schema: Body,
  handle: (body: z.output<Body>, account: string) => unknown,
): void {
  app.post(url, async (request) => {
    const account = await signedIn(sessions, request)
    return handle(parse(schema, request.body), account)
  })
}

/** The bearer token of the request; throws `sign-in-needed`. */
export function bearer(request: FastifyRequest): string {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw new Problem('sign-in-needed')
  return token
}

/** The account of the request's session; throws `sign-in-needed`. */
export async function signedIn(sessions: Sessions, request: FastifyRequest): Promise<string> {
  const account = await sessions.validate(bearer(request))
  if (account === undefined) throw new Problem('sign-in-needed')
  return account
}

function parse<Body extends z.ZodType>(schema: Body, body: unknown): z.output<Body> {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new Problem('invalid', { issues: read.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })) })
}

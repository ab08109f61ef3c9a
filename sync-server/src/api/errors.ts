import type { ProblemReason } from '@parley/shared/sync'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../ops/problem.ts'
import { CloseError } from '../sync/close-error.ts'

const STATUS: Record<ProblemReason, number> = {
  invalid: 400,
  'not-found': 404,
  'too-large': 413,
  internal: 500,
  'sign-in-needed': 401,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'email-taken': 409,
  'workspace-taken': 409,
  'invite-unknown': 404,
  'invite-expired': 410,
  'invite-used': 410,
  'not-a-member': 403,
  'role-too-low': 403,
  'last-owner': 409,
  'device-unknown': 404,
  'device-taken': 409,
  'device-revoked': 403,
  'lease-held': 409,
  'lease-not-held': 409,
  refused: 422,
}

/** The one place where an error becomes an answer. What is nobody's fault but ours is logged and says nothing. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const problem = asProblem(error)
    if (problem.reason === 'internal')
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    send(reply, problem)
  })
  app.setNotFoundHandler((_, reply) => send(reply, new Problem('not-found')))
}

function asProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof CloseError) return new Problem('refused', { check: error.reason })
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return new Problem('too-large')
  return new Problem(status !== undefined && status < 500 ? 'invalid' : 'internal')
}

function send(reply: FastifyReply, { reason, data }: Problem): void {
  const status = STATUS[reason]
  const body = { type: 'about:blank', title: reason, status, reason, ...data }
  void reply.code(status).type('application/problem+json').send(JSON.stringify(body))
}

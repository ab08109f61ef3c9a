import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts.ts'
import { deviceRoutes } from './devices.ts'
import { documentRoutes } from './documents.ts'
import { answerErrors } from './errors.ts'
import { leaseRoutes } from './leases.ts'
import { memberRoutes } from './members.ts'
import type { ApiParts } from './parts.ts'

/** The REST side. Bodies other than documents are small. */
export function buildApp(parts: ApiParts, log: FastifyBaseLogger, behindProxy: boolean): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    // Only the address the proxy itself added: those before it are what the client says of itself.
    trustProxy: behindProxy && ((_, hop) => hop === 0),
    // A request's line would hold its path and address.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
  })
  answerErrors(app)
  app.get('/healthz', () => ({ ok: true }))
  accountRoutes(app, parts)
  memberRoutes(app, parts)
  deviceRoutes(app, parts)
  leaseRoutes(app, parts)
  documentRoutes(app, parts)
  return app
}

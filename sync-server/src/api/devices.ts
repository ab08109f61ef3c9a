import { deviceBody, revokeBody, tokenBody } from '@parley/shared/sync'
import type { FastifyInstance } from 'fastify'
import { registerDevice, requireDevice, revokeDevice } from '../auth/devices.ts'
import type { ApiParts } from './parts.ts'
import { postSignedIn } from './route.ts'

/** Devices and the tokens they open streams with. */
export function deviceRoutes(app: FastifyInstance, { db, sessions, tokens, hub, now }: ApiParts): void {
  postSignedIn(app, sessions, '/v1/devices', deviceBody, async ({ workspace, device, name }, account) => {
    registerDevice(db, { id: device, workspace, account, name }, now())
    await hub.publishTeam(workspace)
    return {}
  })

  postSignedIn(app, sessions, '/v1/devices/revoke', revokeBody, async ({ workspace, device }, by) => {
    revokeDevice(db, workspace, by, device, now())
    hub.closeStreams((stream) => stream.device === device, 'device-revoked')
    await hub.publishTeam(workspace)
    return {}
  })

  postSignedIn(app, sessions, '/v1/token', tokenBody, ({ workspace, device }, account) => {
    requireDevice(db, workspace, account, device)
    return tokens.issue({ account, workspace, device })
  })

  app.get('/.well-known/jwks.json', () => tokens.jwks)
}

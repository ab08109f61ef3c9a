import { contactDoc, queueDoc } from '@parley/shared/ids'
import { grantAnswer } from '@parley/shared/sync'
import { describe, expect, it } from 'vitest'
import { TestDevice } from './test-client.ts'
import { call, newDevice, newMember, testServer, type Member } from './test-server.ts'

const sender = 's'.repeat(22)

const ask = (path: string, member: Member, device: string, more: object = {}) =>
  call(member.url, 'POST', path, { workspace: member.workspace, device, sender, ...more }, member.session)

describe('[SY61] one device holds the right to send for a sender', () => {
  it('pinned until released: another is refused and told who holds it, after any time and restart', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const [first, second] = [await newDevice(owner), await newDevice(owner)]
    expect((await ask('/v1/leases', owner, first)).body.fence).toBe(1)
    server.later(365 * 86_400_000)
    await server.restart()
    const here = { ...owner, url: server.url }
    const refused = await ask('/v1/leases', here, second)
    expect([refused.status, refused.body.reason, refused.body.device]).toEqual([409, 'lease-held', first])
    expect((await ask('/v1/leases', here, first)).body.fence).toBe(1)
    expect((await ask('/v1/leases/release', here, second, { fence: 1 })).body.reason).toBe('lease-not-held')
    expect((await ask('/v1/leases/release', here, first, { fence: 2 })).body.reason).toBe('lease-not-held')
    expect((await ask('/v1/leases/release', here, first, { fence: 1 })).status).toBe(200)
    expect((await ask('/v1/leases', here, second)).body.fence).toBe(2)
  })

  it('the fence only rises, also above the one held before the workspace had a server', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const device = await newDevice(owner)
    const fences: unknown[] = []
    for (const above of [1, 0, 7, 2]) {
      const { body } = await ask('/v1/leases', owner, device, { above })
      fences.push(body.fence)
      await ask('/v1/leases/release', owner, device, { fence: body.fence })
    }
    expect(fences).toEqual([2, 3, 8, 9])
  })

  it('asked for by many at once, one gets it', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const devices = await Promise.all(Array.from({ length: 6 }, () => newDevice(owner)))
    const answers = await Promise.all(devices.map((device) => ask('/v1/leases', owner, device)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('and no viewer, no stranger and no revoked device', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const viewer = await newMember(server.url, { by: owner, role: 'viewer' })
    expect((await ask('/v1/leases', viewer, await newDevice(viewer))).body.reason).toBe('role-too-low')
    const device = await newDevice(owner)
    expect((await ask('/v1/leases', viewer, device)).body.reason).toBe('device-unknown')
    await call(server.url, 'POST', '/v1/devices/revoke', { workspace: owner.workspace, device }, owner.session)
    expect((await ask('/v1/leases', owner, device)).body.reason).toBe('device-revoked')
  })
})

it('[SY62] a grant names the number of every queue document, with all that the last holder was acknowledged', async () => {
  await using server = await testServer()
  const owner = await newMember(server.url)
  const queue = queueDoc(owner.workspace, 'd20261124')
  using holder = await TestDevice.of(owner)
  const { body } = await ask('/v1/leases', owner, holder.id)
  const [open, other] = [holder.open(queue), holder.open(contactDoc(owner.workspace, 0, 1))]
  for (const state of ['reserved', 'dispatching', 'sent']) open.m.set(`m000000000000000000001~1.1.${state}`, [1])
  other.m.set('c000000000000001', [1])
  await expect.poll(() => open.acked && other.acked).toBe(true)
  await ask('/v1/leases/release', owner, holder.id, { fence: body.fence })
  const grant = grantAnswer.parse((await ask('/v1/leases', owner, await newDevice(owner))).body)
  expect(grant).toMatchObject({ fence: 2, docs: { [queue]: 3 } })
  expect(Object.keys(grant.docs)).toEqual([queue])
})

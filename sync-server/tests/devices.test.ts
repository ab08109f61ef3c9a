import { teamDoc, workDoc } from '@parley/shared/ids'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { QuietSocket, TestDevice } from './test-client.ts'
import { call, newDevice, newMember, testServer, tokenFor } from './test-server.ts'

describe('tokens', () => {
  it('[SE28] a sync token is EdDSA, lives ten minutes and verifies against the published keys', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    const device = await newDevice(member)
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`))
    const { payload, protectedHeader } = await jwtVerify(await tokenFor(member, device), keys)
    expect(protectedHeader.alg).toBe('EdDSA')
    expect(payload).toMatchObject({ sub: member.account, ws: member.workspace, dev: device })
    expect(Math.abs((payload.exp ?? 0) - Date.now() / 1000 - 600)).toBeLessThan(60)
    const jwks = JSON.stringify((await call(server.url, 'GET', '/.well-known/jwks.json')).body)
    expect(jwks).not.toContain('"d"')
  })

  it('[SE28] a token that is over, changed or not ours opens nothing', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    const old = await tokenFor(member, await newDevice(member))
    server.later(601_000)
    for (const token of [old, `${old.slice(0, -4)}AAAA`, 'garbage', '']) {
      using device = await TestDevice.of(member)
      device.token = () => Promise.resolve(token)
      const open = device.open(teamDoc(member.workspace))
      await expect.poll(() => open.ended).toBe('token-invalid')
    }
  })

  it('[SE29] a stream is asked for a new token and goes on; without one it ends', async () => {
    await using server = await testServer({ tokenSeconds: 5 })
    const member = await newMember(server.url)
    using device = await TestDevice.of(member)
    let issued = 0
    const fresh = device.token
    device.token = () => {
      issued += 1
      return fresh()
    }
    const open = device.open(workDoc(member.workspace))
    await expect.poll(() => issued).toBeGreaterThan(3)
    expect(open.ended).toBeUndefined()
    const stale = await fresh()
    device.token = () => Promise.resolve(stale)
    await expect.poll(() => open.ended).toMatch(/^token-(expired|invalid)$/)
  })
})

describe('[SE30] one live connection per device', () => {
  it('a second one is refused while the first answers', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    using original = await TestDevice.of(member)
    const first = original.open(workDoc(member.workspace))
    await expect.poll(() => first.acked).toBe(true)
    using clone = await TestDevice.of(member, original.id)
    const second = clone.open(workDoc(member.workspace))
    await expect.poll(() => second.ended).toBe('device-elsewhere')
    first.m.set('t/aaaaaaaa', [1])
    await expect.poll(() => first.acked).toBe(true)
  })

  it('a dead one gives way: after a lost network the device comes back', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    class Deaf extends QuietSocket {
      constructor(url: string) {
        super(url, { autoPong: false })
      }
    }
    using lost = await TestDevice.of(member, undefined, Deaf)
    const first = lost.open(workDoc(member.workspace))
    await expect.poll(() => first.acked).toBe(true)
    using back = await TestDevice.of(member, lost.id)
    const second = back.open(workDoc(member.workspace))
    await expect.poll(() => second.acked).toBe(true)
  })
})

it("[SE31] a revoked device's streams end, and it gets neither token nor stream again", async () => {
  await using server = await testServer()
  const owner = await newMember(server.url)
  const agent = await newMember(server.url, { by: owner, role: 'agent' })
  using device = await TestDevice.of(agent)
  const token = await tokenFor(agent, device.id)
  const open = device.open(workDoc(owner.workspace))
  await expect.poll(() => open.acked).toBe(true)
  const revoke = { workspace: owner.workspace, device: device.id }
  await call(server.url, 'POST', '/v1/devices/revoke', revoke, owner.session)
  await expect.poll(() => open.ended).toBe('device-revoked')
  open.provider.destroy()
  device.token = () => Promise.resolve(token)
  const again = device.open(workDoc(owner.workspace))
  await expect.poll(() => again.ended).toBe('device-revoked')
  expect((await call(server.url, 'POST', '/v1/token', revoke, agent.session)).body.reason).toBe('device-revoked')
})

it('[SE32] a device id belongs to one member of one workspace', async () => {
  await using server = await testServer()
  const [ada, eve] = [await newMember(server.url), await newMember(server.url)]
  const device = await newDevice(ada)
  const body = { workspace: eve.workspace, device, name: 'Mine' }
  expect((await call(server.url, 'POST', '/v1/devices', body, eve.session)).body.reason).toBe('device-taken')
  expect((await call(server.url, 'POST', '/v1/token', body, eve.session)).body.reason).toBe('device-unknown')
  const foreign = { workspace: ada.workspace, device, name: 'Mine' }
  expect((await call(server.url, 'POST', '/v1/devices', foreign, eve.session)).body.reason).toBe('not-a-member')
})

import { join } from 'node:path'
import { newWorkspaceId, sha256Hex } from '@parley/shared/ids'
import { problem } from '@parley/shared/sync'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { call, newDevice, newInvite, newMember, PASSWORD, random, testServer } from './test-server.ts'

const DAY = 86_400_000

describe('registering', () => {
  it('[SY60] a workspace keeps the id its device brings, and an id is given once', async () => {
    await using server = await testServer()
    const id = newWorkspaceId(random)
    const register = (email: string) =>
      call(server.url, 'POST', '/v1/accounts', {
        email,
        password: PASSWORD,
        name: 'Ada',
        into: { kind: 'workspace', id, name: 'Bakery' },
      })
    const first = await register('ada@example.org')
    expect(first.body.memberships).toEqual([{ workspace: id, name: 'Bakery', role: 'owner' }])
    const second = await register('eve@example.org')
    expect([second.status, second.body.reason]).toEqual([409, 'workspace-taken'])
    // Nothing of the refused registration stays behind.
    const again = await call(server.url, 'POST', '/v1/sessions', { email: 'eve@example.org', password: PASSWORD })
    expect(again.body.reason).toBe('wrong-credentials')
    expect((await register('Ada@Example.org')).body.reason).toBe('email-taken')
  })

  it('[SE21] an invite opens its workspace with its role, once, and until it expires', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const join = (code: string) =>
      call(server.url, 'POST', '/v1/accounts', {
        email: `${code.slice(0, 9)}${Math.random()}@example.org`,
        password: PASSWORD,
        name: 'Bo',
        into: { kind: 'invite', code },
      })
    const code = await newInvite(owner, 'agent')
    expect((await join(code)).body.memberships).toEqual([{ workspace: owner.workspace, name: 'Bakery', role: 'agent' }])
    expect((await join(code)).body.reason).toBe('invite-used')
    expect((await join('nothing')).body.reason).toBe('invite-unknown')
    const late = await newInvite(owner, 'agent')
    server.later(7 * DAY)
    const expired = await join(late)
    expect([expired.status, expired.body.reason]).toEqual([410, 'invite-expired'])
  })
})

describe('signing in', () => {
  it('[SE22] a wrong password and an unknown e-mail answer alike', async () => {
    await using server = await testServer()
    const { email } = await newMember(server.url)
    const attempt = (as: string, password: string) => call(server.url, 'POST', '/v1/sessions', { email: as, password })
    const [wrong, nobody] = [await attempt(email, 'wrong'), await attempt('nobody@example.org', PASSWORD)]
    expect(wrong).toEqual(nobody)
    expect(problem.parse(wrong.body).reason).toBe('wrong-credentials')
    expect((await attempt(email, PASSWORD)).status).toBe(200)
  })

  it('[SE23] after five failures the pair of account and address waits, and a restart forgets none', async () => {
    await using server = await testServer()
    const { email } = await newMember(server.url)
    const attempt = (password: string) => call(server.url, 'POST', '/v1/sessions', { email, password })
    const guesses = await Promise.all(Array.from({ length: 6 }, (_, i) => attempt(`guess ${i}`)))
    expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429])
    await server.restart()
    const refused = await attempt(PASSWORD)
    expect([refused.status, refused.body.reason]).toEqual([429, 'too-many-attempts'])
    expect(refused.body.retryAfter).toBeGreaterThan(0)
    server.later(15 * 60_000)
    expect((await attempt(PASSWORD)).status).toBe(200)
  })

  it('[SE24] a session is a bearer token of which the database holds only the hash; signed out, it opens nothing', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    const db = new Database(join(server.data, 'accounts.sqlite'), { readonly: true })
    expect(db.prepare('SELECT id FROM session').pluck().all()).toEqual([sha256Hex(member.session)])
    expect(String(db.prepare('SELECT password FROM account').pluck().get())).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    )
    db.close()
    await newDevice(member)
    expect((await call(server.url, 'DELETE', '/v1/sessions', undefined, member.session)).status).toBe(204)
    const after = await call(server.url, 'POST', '/v1/devices', {}, member.session)
    expect([after.status, after.body.reason]).toEqual([401, 'sign-in-needed'])
  })
})

it('[SE25] an error is problem+json with a closed reason, and says nothing of what happened inside', async () => {
  await using server = await testServer()
  const bad = await call(server.url, 'POST', '/v1/accounts', { email: 'no', password: 'short' })
  expect(problem.parse(bad.body)).toMatchObject({ status: 400, reason: 'invalid' })
  const garbage = await fetch(`${server.url}/v1/sessions`, {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  expect(garbage.headers.get('content-type')).toContain('application/problem+json')
  expect(problem.parse(await garbage.json()).reason).toBe('invalid')
  expect((await call(server.url, 'GET', '/v1/nothing')).body.reason).toBe('not-found')
  const big = await call(server.url, 'POST', '/v1/sessions', { email: 'a'.repeat(100_000), password: 'x' })
  expect(big.body.reason).toBe('too-large')
})

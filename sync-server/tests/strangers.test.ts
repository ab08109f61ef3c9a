// What somebody without an account, or whose rights just ended, tries.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactDoc, workDoc } from '@parley/shared/ids'
import { describe, expect, it } from 'vitest'
import { RawSocket } from './frames.ts'
import { ServerProcess } from './server-process.ts'
import { QuietSocket, TestDevice } from './test-client.ts'
import { call, newMember, PASSWORD, testServer } from './test-server.ts'

/** A bare connection; `answer` resolves with everything that came until the server closed it. */
function raw(url: string, request: string): { socket: Socket; answer: Promise<string> } {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request))
  const answer = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (data) => (text += data.toString('latin1')))
    socket.on('error', () => resolve(text)).on('close', () => resolve(text))
  })
  return { socket, answer }
}

const upgrade = (target: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

describe('[SE33] an upgrade request does not end the process', () => {
  it('with a target that is no address', async () => {
    await using server = await testServer()
    for (const target of ['//', '//[', 'http://', '/nothing', 'sync', '/sync/..//[', '*'])
      expect(await raw(server.url, upgrade(target)).answer, target).toMatch(/^HTTP\/1.1 4/)
    expect((await call(server.url, 'GET', '/healthz')).body).toEqual({ ok: true })
  })

  it('of somebody who hangs up at once', async () => {
    await using server = await testServer()
    for (let i = 0; i < 50; i++) {
      const { socket, answer } = raw(server.url, upgrade('/nothing'))
      socket.on('connect', () => setImmediate(() => socket.resetAndDestroy()))
      await answer
    }
    expect((await call(server.url, 'GET', '/healthz')).body).toEqual({ ok: true })
  })
})

it('[SE34] an upload is refused before its body is read when nobody is signed in', async () => {
  await using server = await testServer()
  const head = (session: string): string =>
    `PUT /v1/documents/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n` +
    `Authorization: Bearer ${session}\r\nContent-Length: 1000000\r\n\r\n`
  const { socket, answer } = raw(server.url, head('made-up'))
  socket.once('data', () => socket.end())
  expect(await answer).toMatch(/^HTTP\/1.1 401/)
})

it('[SE35] what a stranger names a document is not written to the log', async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-log-'))
  await using server = new ServerProcess(data)
  const url = await server.url()
  using socket = new RawSocket(url)
  await socket.attach('+15550001234', 'no token')
  await expect.poll(() => server.output).toContain('stream refused')
  expect(server.output).not.toContain('+15550001234')
  await server.kill('SIGTERM')
  rmSync(data, { recursive: true })
})

describe('[SE23] guesses are counted by where they come from', () => {
  const guess = async (url: string, email: string, forwarded: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded }
    const body = JSON.stringify({ email, password: 'a guess' })
    return (await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body })).status
  }

  it('as the proxy saw it, whatever the guesser says of himself', async () => {
    await using server = await testServer({ behindProxy: true })
    const { email } = await newMember(server.url)
    const answers: number[] = []
    for (let i = 0; i < 7; i++) answers.push(await guess(server.url, email, `203.0.113.${i}, 198.51.100.7`))
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(await guess(server.url, email, '198.51.100.8')).toBe(401)
  })

  it('and by network where one guesser has more addresses than anybody can count', async () => {
    await using server = await testServer({ behindProxy: true })
    const { email } = await newMember(server.url)
    const answers: number[] = []
    for (let i = 0; i < 6; i++) answers.push(await guess(server.url, email, `2001:db8:1:2:${i}::${i}`))
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    expect(await guess(server.url, email, '2001:db8:1:3::1')).toBe(401)
    expect((await call(server.url, 'POST', '/v1/sessions', { email, password: PASSWORD })).status).toBe(200)
  })
})

it('[SE27] a stream that was opening while its role changed has the new one', async () => {
  await using server = await testServer()
  const owner = await newMember(server.url)
  const agent = await newMember(server.url, { by: owner, role: 'agent' })
  const asked = Promise.withResolvers<void>()
  class Deaf extends QuietSocket {
    constructor(url: string) {
      super(url, { autoPong: false })
      this.once('ping', () => asked.resolve())
    }
  }
  using lost = await TestDevice.of(agent, undefined, Deaf)
  const first = lost.open(workDoc(owner.workspace))
  await expect.poll(() => first.acked).toBe(true)
  // The server gives the first connection a while to answer before the second is let in; meanwhile the role changes.
  using back = await TestDevice.of(agent, lost.id)
  const second = back.open(contactDoc(owner.workspace, 0, 1))
  await asked.promise
  const change = { workspace: owner.workspace, account: agent.account, role: 'viewer' }
  await call(server.url, 'POST', '/v1/members/role', change, owner.session)
  await expect.poll(() => second.provider.authorizedScope ?? second.ended).toBe('readonly')
})

it('[SE36] one device does not hear what another says of itself beside the documents', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  const name = workDoc(member.workspace)
  using talking = await TestDevice.of(member)
  using listening = await TestDevice.of(member)
  const [talks, hears] = [talking.open(name), listening.open(name)]
  await expect.poll(() => talks.acked && hears.acked).toBe(true)
  talks.provider.awareness?.setLocalState({ user: 'owner', filler: 'x'.repeat(100_000) })
  talks.m.set('t/aaaaaaaa', [1])
  await expect.poll(() => hears.m.has('t/aaaaaaaa')).toBe(true)
  const others = [...(hears.provider.awareness?.getStates().keys() ?? [])].filter((id) => id !== hears.doc.clientID)
  expect(others).toEqual([])
})

import { contactDoc, draftsDoc, teamDoc, workDoc } from '@parley/shared/ids'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { frame, RawSocket, SYNC, TYPE, varBytes, varString, varUint } from './frames.ts'
import { TestDevice } from './test-client.ts'
import { call, newDevice, newMember, testServer, tokenFor, type Member } from './test-server.ts'

// Hocuspocus prints what it refuses; here that is all of it.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

function deep(levels: number): Uint8Array {
  const doc = new Y.Doc()
  let map = doc.getMap<unknown>('m')
  for (let i = 0; i < levels; i++) {
    const inner = new Y.Map<unknown>()
    map.set('x', inner)
    map = inner
  }
  return Y.encodeStateAsUpdate(doc)
}

/** What the review of the server's threats names, one frame each, about a document the client may write. */
function attacks(name: string, token: string): Uint8Array[] {
  const update = (bytes: Uint8Array): Uint8Array => frame(name, TYPE.sync, SYNC.update, varBytes(bytes))
  const garbage = Uint8Array.from({ length: 200 }, (_, i) => (i * 73) % 256)
  return [
    Uint8Array.of(),
    Uint8Array.of(255),
    garbage,
    frame(name, TYPE.stateless, varString('not JSON {')),
    frame(name, TYPE.stateless, varString(JSON.stringify({ kind: 'list', docs: { __proto__: 1 } }))),
    frame(name, TYPE.stateless),
    frame(name, TYPE.broadcastStateless, varString('hello everybody')),
    frame(name, TYPE.awareness, varBytes(garbage)),
    frame(name, TYPE.awareness, varBytes(Uint8Array.from([1, 1, 1, ...varString('{"user":')]))),
    frame(name, TYPE.auth, 0, varString('no token')),
    frame(name, TYPE.auth, 0, varString(token)),
    frame(name, 99, varString('no such type')),
    frame(name, TYPE.sync, 7, varBytes(garbage)),
    frame(name, TYPE.sync, SYNC.step1, varBytes(garbage)),
    frame(name, TYPE.sync, SYNC.step1, varUint(2 ** 40)),
    frame(name, TYPE.sync, SYNC.step2, varBytes(garbage)),
    update(Uint8Array.of(1, 1, 200, 1, 2, 3)),
    update(Uint8Array.from([1, 1, 7, 0, 0, ...varUint(2 ** 45), 0])),
    update(deep(3_000)),
    update(Uint8Array.from([0, 1, 1, 1, 0, ...varUint(2 ** 45)])),
  ]
}

async function strike(member: Member, name: string, send: (token: string) => Uint8Array[]): Promise<void> {
  const token = await tokenFor(member, await newDevice(member))
  for (const attack of send(token)) {
    using socket = new RawSocket(member.url)
    await socket.attach(name, token)
    await expect.poll(() => socket.received.length).toBeGreaterThan(0)
    socket.ws.send(attack)
    socket.ws.send(frame(name, TYPE.sync, SYNC.step1, varBytes(Uint8Array.of(0))))
    const before = socket.received.length
    await expect.poll(() => socket.received.length > before || socket.ws.readyState !== socket.ws.OPEN).toBe(true)
  }
}

async function stillServes(member: Member): Promise<void> {
  expect((await call(member.url, 'GET', '/healthz')).body).toEqual({ ok: true })
  const name = contactDoc(member.workspace, 0, 63)
  using device = await TestDevice.of(member)
  const open = device.open(name)
  open.m.set('c000000000000001', [1])
  await expect.poll(() => open.acked).toBe(true)
}

it('[SE33] no message of a client ends the process or stops it serving others', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  for (const name of [contactDoc(member.workspace, 0, 1), draftsDoc(member.workspace), teamDoc(member.workspace)])
    await strike(member, name, (token) => attacks(name, token))
  await stillServes(member)
})

it('[SE33] nor do 400 frames with random bytes changed', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  const name = workDoc(member.workspace)
  const doc = new Y.Doc()
  doc.getMap('m').set('t/aaaaaaaa', [1, 'VIP', 'op00000001'])
  const honest = [
    frame(name, TYPE.sync, SYNC.update, varBytes(Y.encodeStateAsUpdate(doc))),
    frame(name, TYPE.sync, SYNC.step1, varBytes(Y.encodeStateVector(doc))),
    frame(name, TYPE.awareness, varBytes(Uint8Array.from([1, 5, 1, ...varString('{"user":1}')]))),
    frame(name, TYPE.stateless, varString('{}')),
  ]
  const token = await tokenFor(member, await newDevice(member))
  let seed = 7
  const below = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % n
  let socket = new RawSocket(server.url)
  await socket.attach(name, token)
  for (let i = 0; i < 400; i++) {
    const bytes = Uint8Array.from(honest[below(honest.length)] ?? [])
    for (let n = 0; n <= below(4); n++) bytes[below(bytes.length)] = below(256)
    if (socket.ws.readyState !== socket.ws.OPEN || socket.closed(name) !== undefined) {
      socket[Symbol.dispose]()
      socket = new RawSocket(server.url)
      await socket.attach(name, token)
    }
    socket.ws.send(bytes)
    if (i % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  // The last socket is answered, or was cut off for one of the last frames before it was.
  await expect.poll(() => socket.received.length > 0 || socket.ws.readyState !== socket.ws.OPEN).toBe(true)
  socket[Symbol.dispose]()
  await stillServes(member)
})

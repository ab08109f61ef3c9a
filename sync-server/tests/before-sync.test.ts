import { join } from 'node:path'
import { contactDoc, queueDoc, type DocName } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { frame, RawSocket, SYNC, TYPE, varBytes } from './frames.ts'
import { TestDevice } from './test-client.ts'
import { newDevice, newMember, testServer, tokenFor, type Member, type TestServer } from './test-server.ts'

const update = (change: (m: Y.Map<unknown>) => void, doc = new Y.Doc()): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc.getMap('m')))
  return Y.encodeStateAsUpdate(doc, before)
}

function stored(server: TestServer, name: DocName): number {
  const db = new Database(join(server.data, 'documents.sqlite'), { readonly: true })
  const sql = 'SELECT seq FROM doc WHERE name = ?'
  const seq = db.prepare<[string], { seq: number }>(sql).get(name)?.seq ?? 0
  db.close()
  return seq
}

/** Sends one update by hand and answers the reason it was refused with, if it was. */
async function sendOne(member: Member, name: DocName, bytes: Uint8Array): Promise<string | undefined> {
  using socket = new RawSocket(member.url)
  await socket.attach(name, await tokenFor(member, await newDevice(member)))
  socket.ws.send(frame(name, TYPE.sync, SYNC.update, varBytes(bytes)))
  await expect.poll(() => socket.closed(name) ?? socket.answers(name, TYPE.syncStatus).length).toBeTruthy()
  expect(socket.answers(name, TYPE.syncStatus)).toEqual(socket.closed(name) === undefined ? [[1]] : [])
  return socket.closed(name)
}

it('[SY43] a refused write closes the stream with its reason, is not acknowledged, not stored and seen by nobody', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  const [contacts, queue] = [contactDoc(member.workspace, 0, 1), queueDoc(member.workspace, 'd20261124')]
  using honest = await TestDevice.of(member)
  const open = honest.open(queue)
  open.m.set('m000000000000000000001~1.1.failed', [1, 'a'])
  await expect.poll(() => open.acked).toBe(true)

  const overwrite = update((m) => m.set('m000000000000000000001~1.1.failed', [1, 'b']))
  expect(await sendOne(member, queue, overwrite)).toBe('refused-append-only')
  expect(
    await sendOne(
      member,
      contacts,
      update((m) => m.set('HIV positive', 1)),
    ),
  ).toBe('refused-key')
  expect(
    await sendOne(
      member,
      contacts,
      update((m) => m.set('c000000000000001', new Y.Text('x'))),
    ),
  ).toBe('refused-shape')
  expect(
    await sendOne(
      member,
      contacts,
      update((m) => m.set('c000000000000001', 'x'.repeat(300_000))),
    ),
  ).toBe('refused-size')
  expect(await sendOne(member, contacts, Uint8Array.of(9, 9, 9, 9, 9))).toBe('refused-malformed')
  expect([stored(server, queue), stored(server, contacts)]).toEqual([1, 0])
  expect(
    await sendOne(
      member,
      contacts,
      update((m) => m.set('c000000000000001', [1])),
    ),
  ).toBeUndefined()
  expect(stored(server, contacts)).toBe(1)
  expect(open.m.get('m000000000000000000001~1.1.failed')).toEqual([1, 'a'])
})

it('[SY44] a refused write does not poison the document: what follows it is a gap, and others go on', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  const name = contactDoc(member.workspace, 0, 1)
  using honest = await TestDevice.of(member)
  const open = honest.open(name)
  await expect.poll(() => open.acked).toBe(true)

  const doc = new Y.Doc()
  expect(
    await sendOne(
      member,
      name,
      update((m) => m.set('no such key', 1), doc),
    ),
  ).toBe('refused-key')
  expect(
    await sendOne(
      member,
      name,
      update((m) => m.set('c000000000000001', [1]), doc),
    ),
  ).toBe('gap')
  open.m.set('c000000000000002', [1])
  await expect.poll(() => open.acked).toBe(true)
  using other = await TestDevice.of(member)
  const seen = other.open(name)
  await expect.poll(() => [...seen.m.keys()]).toEqual(['c000000000000002'])
  expect(seen.doc.store.pendingStructs).toBeNull()
})

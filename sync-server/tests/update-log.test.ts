import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactDoc, newWorkspaceId } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DocumentReader } from '../src/store/document-reader.ts'
import { packUpdates, unpackUpdates } from '../src/store/packed-updates.ts'
import { prepareDocuments } from '../src/store/prepare-documents.ts'
import { UpdateLog } from '../src/store/update-log.ts'
import { ServerProcess } from './server-process.ts'
import { TestDevice } from './test-client.ts'
import { newMember, random, testServer, type Member } from './test-server.ts'

function folder(): { file: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'parley-log-'))
  const file = join(path, 'documents.sqlite')
  prepareDocuments(file, random)
  return { file, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}

const name = contactDoc(newWorkspaceId(random), 0, 1)
const bytes = (n: number): Uint8Array => Uint8Array.of(n, n >> 8)

it('[SY46] updates come back in their order, whoever wrote them and however they were committed', async () => {
  using at = folder()
  const told: number[] = []
  const onCommit = (seqs: ReadonlyMap<string, number>): void => void told.push(seqs.get(name) ?? -1)
  await using log = new UpdateLog({ file: at.file, now: Date.now, onCommit, onFailure: () => undefined })
  using reader = new DocumentReader(at.file)
  for (let n = 0; n < 300; n++) {
    log.append(name, n % 7 === 0 ? 'a' : 'b', bytes(n))
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await log.settled()
  expect(reader.log(name).map((update) => [...update])).toEqual(Array.from({ length: 300 }, (_, n) => [...bytes(n)]))
  expect(reader.seq(name)).toBe(300)
  expect(told).toEqual([...told].sort((a, b) => a - b))

  // A snapshot takes what was appended before it, even in the same turn, and nothing that came after.
  log.append(name, 'a', bytes(300))
  const done = log.snapshot(name, bytes(1))
  log.append(name, 'a', bytes(301))
  await Promise.all([done, log.settled()])
  expect(reader.snapshot(name)).toEqual(Buffer.from(bytes(1)))
  expect(reader.log(name).map((update) => [...update])).toEqual([[...bytes(301)]])
  expect(reader.seq(name)).toBe(302)
})

it('[SY48] after a commit has failed nothing leaves any more, and nothing that followed is stored', async () => {
  using at = folder()
  const failure = Promise.withResolvers<unknown>()
  await using log = new UpdateLog({
    file: at.file,
    now: Date.now,
    onCommit: () => undefined,
    onFailure: failure.resolve,
  })
  log.append(name, 'a', bytes(1))
  await log.settled()
  const other = new Database(at.file)
  other.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk full'); END")
  let left = false
  log.append(name, 'a', bytes(2))
  log.gate(() => (left = true))
  expect(String(await failure.promise)).toContain('disk full')
  other.exec('DROP TRIGGER full')
  log.append(name, 'a', bytes(3))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(left).toBe(false)
  expect(other.prepare('SELECT count(*) FROM log').pluck().get()).toBe(1)
  other.close()
})

it('[SY48] the server ends then, and its writer has no acknowledgement', async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-full-'))
  await using server = new ServerProcess(data)
  const member = await newMember(await server.url())
  using device = await TestDevice.of(member)
  const open = device.open(contactDoc(member.workspace, 0, 1))
  await expect.poll(() => open.acked).toBe(true)
  const other = new Database(join(data, 'documents.sqlite'))
  other.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk full'); END")
  other.close()
  open.m.set('c000000000000001', [1])
  expect(await server.ended).toBe(1)
  expect(server.output).toContain('an update could not be stored')
  expect(open.acked).toBe(false)
  rmSync(data, { recursive: true })
})

describe('[SY49] a log row that is not whole', () => {
  it('gives no update at all, wherever it was cut or however it went on', () => {
    const updates = [bytes(1), Uint8Array.of(), bytes(3)]
    const packed = packUpdates(updates)
    expect(unpackUpdates(packed)).toEqual(updates)
    for (let end = 0; end < packed.byteLength; end++)
      expect(() => unpackUpdates(packed.subarray(0, end)), `cut after ${end}`).toThrow(RangeError)
    expect(() => unpackUpdates(Uint8Array.of(...packed, 0))).toThrow(RangeError)
  })

  it('keeps its own document closed, unchanged, and no other', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    const [torn, whole] = [contactDoc(member.workspace, 0, 1), contactDoc(member.workspace, 0, 2)]
    await write(member, [torn, whole])
    // A snapshot has taken the log over; half a row comes back in its place.
    await server.restart()
    const db = new Database(join(server.data, 'documents.sqlite'))
    const sql = "INSERT INTO log (doc, seq, by, at, data) SELECT id, seq, 'a', 1, ? FROM doc WHERE name = ?"
    db.prepare(sql).run(Buffer.from(packUpdates([bytes(1)]).subarray(0, 7)), torn)
    using device = await TestDevice.of({ ...member, url: server.url })
    const [refused, served] = [device.open(torn), device.open(whole)]
    await expect.poll(() => served.acked && refused.ended).toBe('internal')
    expect(served.m.size).toBe(1)
    expect(refused.acked).toBe(false)
    expect(db.prepare('SELECT seq FROM doc WHERE name = ?').pluck().get(torn)).toBe(1)
    db.close()
  })
})

async function write(member: Member, names: readonly string[]): Promise<void> {
  using device = await TestDevice.of(member)
  const opened = names.map((name) => device.open(name))
  for (const { m } of opened) m.set('c000000000000001', [1])
  await expect.poll(() => opened.every(({ acked }) => acked)).toBe(true)
}

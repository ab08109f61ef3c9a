import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactDoc, newWorkspaceId } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DocumentReader } from '../src/store/document-reader.ts'
import { DOCUMENTS } from '../src/store/documents-schema.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { prepareDocuments } from '../src/store/prepare-documents.ts'
import { ServerProcess } from './server-process.ts'
import { random } from './test-server.ts'

/** The documents' database as format 1 made it: a row per update. */
const FORMAT_1 = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE doc (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, workspace TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
  CREATE INDEX doc_workspace ON doc (workspace);
  CREATE TABLE log (
    doc INTEGER NOT NULL REFERENCES doc (id), seq INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (doc, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot (doc INTEGER PRIMARY KEY REFERENCES doc (id), seq INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
  PRAGMA user_version = 1;
`
const newestFormat = DOCUMENTS.upgrades.length + 1
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-db-'))
  file = join(folder, 'documents.sqlite')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function formatOf(path: string): unknown {
  const db = new Database(path, { readonly: true })
  const format = db.pragma('user_version', { simple: true })
  db.close()
  return format
}

describe('[SY41] a database', () => {
  it('is opened in WAL with synchronous=FULL, both read back, and a newer format is refused', () => {
    const db = openDatabase(file, DOCUMENTS)
    const read = [db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]
    expect(read).toEqual(['wal', 2])
    db.pragma(`user_version = ${newestFormat + 1}`)
    db.close()
    expect(() => openDatabase(file, DOCUMENTS)).toThrow(`has format ${newestFormat + 1}; this server knows`)
    expect(() => openDatabase(':memory:', DOCUMENTS)).toThrow()
  })

  it('whose commits are acknowledged says so itself at the start', async () => {
    await using server = new ServerProcess(folder)
    await server.url()
    expect(server.output).toMatch(/"journalMode":"wal","synchronous":2,"msg":"update log opened"/)
  })

  it('of format 1 is upgraded: the same updates, numbers and epoch', () => {
    const workspace = newWorkspaceId(random)
    const [name, empty] = [contactDoc(workspace, 0, 1), contactDoc(workspace, 0, 2)]
    const old = new Database(file)
    old.exec(FORMAT_1)
    old.prepare("INSERT INTO meta VALUES ('epoch', 'epoch00001')").run()
    old.prepare('INSERT INTO doc VALUES (7, ?, ?, 12), (8, ?, ?, 3)').run(name, 'w', empty, 'w')
    old.prepare('INSERT INTO snapshot VALUES (7, 9, ?)').run(Buffer.from([9]))
    for (const seq of [12, 10, 11])
      old.prepare("INSERT INTO log VALUES (7, ?, 'device', 1, ?)").run(seq, Buffer.from([seq, 0, 1]))
    old.close()

    prepareDocuments(file, random)
    using reader = new DocumentReader(file)
    expect(formatOf(file)).toBe(newestFormat)
    expect(reader.epoch()).toBe('epoch00001')
    expect([reader.seq(name), reader.seq(empty)]).toEqual([12, 3])
    expect([...(reader.snapshot(name) ?? [])]).toEqual([9])
    expect(reader.log(name).map((update) => [...update])).toEqual([10, 11, 12].map((seq) => [seq, 0, 1]))
    expect(reader.log(empty)).toEqual([])
  })

  it('whose upgrade fails half-way stays as it was', () => {
    const old = new Database(file)
    old.exec(FORMAT_1)
    old.close()
    const failing = [
      ...DOCUMENTS.upgrades,
      () => {
        throw new Error('power cut')
      },
    ]
    expect(() => openDatabase(file, { ...DOCUMENTS, upgrades: failing })).toThrow('power cut')
    expect(formatOf(file)).toBe(1)
    openDatabase(file, DOCUMENTS).close()
    expect(formatOf(file)).toBe(newestFormat)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../src/store/open-database.ts'

it('[SY41] a database is opened in WAL with synchronous=FULL, both read back, and a newer format is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-db-'))
  const file = join(folder, 'a.sqlite')
  const db = openDatabase(file, 'CREATE TABLE t (a)')
  expect([db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]).toEqual(['wal', 2])
  db.pragma('user_version = 2')
  db.close()
  expect(() => openDatabase(file, '')).toThrow(/format 2/)
  expect(() => openDatabase(':memory:', '')).toThrow()
  rmSync(folder, { recursive: true })
})

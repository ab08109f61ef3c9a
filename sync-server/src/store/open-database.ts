import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'

/** SQLite's number for synchronous=FULL: every commit waits for the disk. https://www.sqlite.org/pragma.html#pragma_synchronous */
const FULL = 2

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly reason: 'not-durable' | 'newer-format'

  constructor(reason: DatabaseError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/**
 * Opens a database that keeps what it has committed: WAL, synchronous=FULL, both read back, because SQLite answers a
 * pragma it will not follow with silence. `schema` makes format 1; a newer format is refused.
 */
export function openDatabase(file: string, schema: string): Database.Database {
  const db = new Database(file)
  chmodSync(file, 0o600)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const read = [db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]
  if (read[0] !== 'wal' || read[1] !== FULL)
    throw new DatabaseError('not-durable', `${file}: journal_mode and synchronous read back as ${read.join(', ')}`)
  const format = Number(db.pragma('user_version', { simple: true }))
  if (format > 1) throw new DatabaseError('newer-format', `${file} has format ${format}; this server knows 1`)
  if (format === 0) db.transaction(() => db.exec(`${schema}; PRAGMA user_version = 1`))()
  return db
}

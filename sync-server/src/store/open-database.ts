import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Durability } from './log-messages.ts'

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

export interface DatabaseFormat {
  /** Makes the newest format in an empty file. */
  readonly schema: string
  /** Each lifts a database by one format; the first makes format 2 of format 1. */
  readonly upgrades: readonly ((db: Database.Database) => void)[]
}

/**
 * Opens a database that keeps what it has committed: WAL, synchronous=FULL, both read back, because SQLite answers a
 * pragma it will not follow with silence. An older format is upgraded, a newer one refused: `DatabaseError`.
 */
export function openDatabase(file: string, format: DatabaseFormat): Database.Database {
  const db = new Database(file)
  try {
    chmodSync(file, 0o600)
    requireDurable(db, file)
    bringUpToDate(db, file, format)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function requireDurable(db: Database.Database, file: string): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const { journalMode, synchronous } = readDurability(db)
  if (journalMode !== 'wal' || synchronous !== FULL)
    throw new DatabaseError(
      'not-durable',
      `${file}: journal_mode reads back as ${journalMode}, synchronous as ${synchronous}`,
    )
}

export function readDurability(db: Database.Database): Durability {
  return {
    journalMode: String(db.pragma('journal_mode', { simple: true })),
    synchronous: Number(db.pragma('synchronous', { simple: true })),
  }
}

/** Whole or not at all: the number is written in the transaction of what it stands for. */
function bringUpToDate(db: Database.Database, file: string, { schema, upgrades }: DatabaseFormat): void {
  const [found, newest] = [Number(db.pragma('user_version', { simple: true })), upgrades.length + 1]
  if (found > newest)
    throw new DatabaseError('newer-format', `${file} has format ${found}; this server knows ${newest}`)
  if (found === newest) return
  const run = db.transaction(() => {
    if (found === 0) db.exec(schema)
    else for (const upgrade of upgrades.slice(found - 1)) upgrade(db)
    db.pragma(`user_version = ${newest}`)
  })
  run.immediate()
}

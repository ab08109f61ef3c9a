import type Database from 'better-sqlite3'
import { parseDocName } from '@parley/shared/ids'
import type { LogRow } from './log-messages.ts'

interface DocRow {
  readonly id: number
  seq: number
}

/** The one writer of the documents' database. Each method is one transaction. */
export class LogWriter {
  readonly #db: Database.Database
  readonly #rows = new Map<string, DocRow>()

  readonly #insert: Database.Statement<[number, number, string, number, Uint8Array]>
  readonly #raise: Database.Statement<[number, number]>

  constructor(db: Database.Database) {
    this.#db = db
    this.#insert = db.prepare('INSERT INTO log (doc, seq, by, at, data) VALUES (?, ?, ?, ?, ?)')
    this.#raise = db.prepare('UPDATE doc SET seq = ? WHERE id = ?')
  }

  /** Appends the rows, in order, and raises their documents' numbers by the updates in them; answers these. */
  commit(rows: readonly LogRow[], at: number): Map<string, number> {
    const touched = new Map<string, DocRow>()
    this.#transact(() => {
      for (const { doc, by, count, data } of rows) {
        const row = touched.get(doc) ?? this.#row(doc)
        row.seq += count
        this.#insert.run(row.id, row.seq, by, at, data)
        touched.set(doc, row)
      }
      for (const { id, seq } of touched.values()) this.#raise.run(seq, id)
    })
    return new Map([...touched].map(([name, { seq }]) => [name, seq]))
  }

  /**
   * Replaces the document's log by `state`. Requests come in order, so whatever is in the log now was applied before
   * `state` was encoded, and nothing that came after is there yet.
   */
  snapshot(name: string, state: Uint8Array): void {
    this.#transact(() => {
      const { id, seq } = this.#row(name)
      this.#db.prepare('INSERT OR REPLACE INTO snapshot (doc, seq, data) VALUES (?, ?, ?)').run(id, seq, state)
      this.#db.prepare('DELETE FROM log WHERE doc = ? AND seq <= ?').run(id, seq)
    })
  }

  /** A failed transaction leaves numbers here that were never committed; the server stops then, so they are not used. */
  #transact(run: () => void): void {
    this.#db.transaction(run).immediate()
  }

  #row(name: string): DocRow {
    const known = this.#rows.get(name)
    if (known) return known
    const workspace = parseDocName(name)?.workspace ?? ''
    this.#db
      .prepare('INSERT INTO doc (name, workspace, seq) VALUES (?, ?, 0) ON CONFLICT DO NOTHING')
      .run(name, workspace)
    const row = this.#db.prepare<[string], DocRow>('SELECT id, seq FROM doc WHERE name = ?').get(name)
    if (!row) throw new Error('a document just written is not there')
    this.#rows.set(name, row)
    return row
  }
}

import Database from 'better-sqlite3'
import { unpackUpdates } from './packed-updates.ts'

/** Reads what is committed, on a connection that cannot write. */
export class DocumentReader implements Disposable {
  readonly #db: Database.Database

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true })
  }

  /** Another epoch, and every number means something else. */
  epoch(): string {
    const row = this.#db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'epoch'").get()
    if (!row) throw new Error('the documents database has no epoch')
    return row.value
  }

  snapshot(name: string): Uint8Array | null {
    const sql = 'SELECT data FROM snapshot WHERE doc = (SELECT id FROM doc WHERE name = ?)'
    return this.#db.prepare<[string], { data: Uint8Array }>(sql).get(name)?.data ?? null
  }

  /** The updates its snapshot does not hold, in order. */
  log(name: string): Uint8Array[] {
    const sql = 'SELECT data FROM log WHERE doc = (SELECT id FROM doc WHERE name = ?) ORDER BY seq'
    return this.#db
      .prepare<[string], Uint8Array>(sql)
      .pluck()
      .all(name)
      .flatMap((data) => unpackUpdates(data))
  }

  /** 0 for a document nobody has written. */
  seq(name: string): number {
    return this.#db.prepare<[string], { seq: number }>('SELECT seq FROM doc WHERE name = ?').get(name)?.seq ?? 0
  }

  /** `{document: number}` of a workspace. */
  seqs(workspace: string): Map<string, number> {
    const sql = 'SELECT name, seq FROM doc WHERE workspace = ?'
    const rows = this.#db.prepare<[string], { name: string; seq: number }>(sql).all(workspace)
    return new Map(rows.map(({ name, seq }) => [name, seq]))
  }

  [Symbol.dispose](): void {
    this.#db.close()
  }
}

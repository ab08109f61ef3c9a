import type { DocName } from '@parley/shared/ids'
import { FORMAT, type IndexRow, type LogRow, type ParleyDb } from './db.ts'

/** What an index needs to stand where the documents stand, without loading them all. */
export type Derived =
  /** Columns kept at the last compaction, and the keys touched since. */
  | { doc: DocName; columns: unknown; touched: ReadonlySet<string> }
  /** Nothing kept that this build can read: the document itself has to be read. */
  | { doc: DocName; columns: undefined }

/** Reads the kept columns of all documents with that prefix, and the keys of the log rows that came after them. */
export async function readDerived(db: ParleyDb, prefix: string): Promise<Derived[]> {
  const [kept, snapshots, rows] = await db.transaction('r', [db.index, db.snapshot, db.log], () =>
    Promise.all([
      db.index.where('doc').startsWith(prefix).toArray(),
      db.snapshot.where('doc').startsWith(prefix).primaryKeys(),
      db.log.where('doc').startsWith(prefix).toArray(),
    ]),
  )
  const readable = new Map(kept.filter((row) => row.format === FORMAT).map((row) => [row.doc, row]))
  const later = Map.groupBy(rows, (row) => row.doc)
  const docs = new Set([...snapshots, ...later.keys()])
  return [...docs].map((doc) => derivedOf(doc, readable.get(doc), later.get(doc) ?? []))
}

function derivedOf(doc: DocName, kept: IndexRow | undefined, rows: readonly LogRow[]): Derived {
  if (!kept) return { doc, columns: undefined }
  const after = rows.filter((row) => row.i > kept.logI)
  return { doc, columns: kept.columns, touched: new Set(after.flatMap((row) => row.keys)) }
}

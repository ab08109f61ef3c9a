import * as Y from 'yjs'
import type { DocName } from '@parley/shared/ids'
import { assertWriter } from './commit.ts'
import { FORMAT, type ParleyDb } from './db.ts'
import type { OpenDocument } from './documents.ts'

/** Above this a document's log costs more to load than to fold into the snapshot. */
export const COMPACT_ROWS = 64
export const COMPACT_BYTES = 128 * 1024

/**
 * Writes the document as it stands as its snapshot, its index columns beside it, and deletes the log rows both hold.
 * A row that no server has acked stays: it is the only proof that something was not sent.
 */
export async function compact(
  db: ParleyDb,
  writer: string,
  { name, ydoc }: OpenDocument,
  columns: unknown,
): Promise<void> {
  await db.transaction('rw', [db.kv, db.snapshot, db.index, db.log], async () => {
    await assertWriter(db, writer)
    const rows = await db.log.where('doc').equals(name).toArray()
    const logI = rows.at(-1)?.i
    if (logI === undefined) return
    const before = await db.snapshot.get(name)
    await db.snapshot.put({
      doc: name,
      format: FORMAT,
      update: Y.encodeStateAsUpdate(ydoc),
      stateVector: Y.encodeStateVector(ydoc),
      epoch: before?.epoch ?? '',
      serverSeq: before?.serverSeq ?? 0,
      logI,
    })
    if (columns !== undefined) await db.index.put({ doc: name, format: FORMAT, columns, logI })
    await db.log.bulkDelete(rows.filter((row) => row.acked === 1).map((row) => row.i))
  })
}

/** Documents whose log has outgrown the limits, the longest first. */
export async function grownDocuments(db: ParleyDb): Promise<DocName[]> {
  const logs = new Map<DocName, { rows: number; bytes: number }>()
  await db.log.each(({ doc, update, acked }) => {
    if (acked === 0) return
    const { rows, bytes } = logs.get(doc) ?? { rows: 0, bytes: 0 }
    logs.set(doc, { rows: rows + 1, bytes: bytes + update.byteLength })
  })
  return [...logs]
    .filter(([, { rows, bytes }]) => rows >= COMPACT_ROWS || bytes >= COMPACT_BYTES)
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([doc]) => doc)
}

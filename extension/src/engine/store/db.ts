import { Dexie, type EntityTable, type Table } from 'dexie'
import type { DocName } from '@parley/shared/ids'

/** The format of what this build writes; a row with a higher one was written by a newer Parley. */
export const FORMAT = 1

/** One Yjs update of one document. `keys` are the keys of the root map it touched: the delta of every index. */
export interface LogRow {
  i: number
  format: number
  doc: DocName
  update: Uint8Array
  keys: string[]
  /** Made here. A row is unsent exactly while `mine` and not `acked`. */
  mine: 0 | 1
  acked: 0 | 1
}

/** A whole document as of log row `logI`. `epoch` and `serverSeq` say what the server had when it was taken. */
export interface SnapshotRow {
  doc: DocName
  format: number
  update: Uint8Array
  stateVector: Uint8Array
  epoch: string
  serverSeq: number
  logI: number
}

/** Derived columns of a document as of log row `logI`; later log rows are replayed over them. */
export interface IndexRow {
  doc: DocName
  format: number
  columns: unknown
  logI: number
}

/** The result of a command, answered again when the caller retries its id. */
export interface CommandRow {
  id: string
  format: number
  name: string
  at: number
  result: unknown
}

/** One numbered chunk of a job; written by the worker, taken over by the engine. */
export interface StageRow {
  job: string
  n: number
  format: number
  rows: unknown
}

/** A picked file; written by the app page. */
export interface BlobRow {
  key: string
  blob: Blob
}

export interface KvRow {
  key: string
  value: unknown
}

/** Tables a command may write beside its documents. */
export interface SideRows {
  kv: KvRow
  stage: StageRow
  blob: BlobRow
}

export type ParleyDb = Dexie & {
  log: EntityTable<LogRow, 'i'>
  snapshot: EntityTable<SnapshotRow, 'doc'>
  index: EntityTable<IndexRow, 'doc'>
  command: EntityTable<CommandRow, 'id'>
  stage: Table<StageRow, [string, number]>
  blob: EntityTable<BlobRow, 'key'>
  kv: EntityTable<KvRow, 'key'>
}

/** The one database. It opens with the first request; strict, because a commit that a power cut undoes was never one. */
export function openDatabase(name = 'parley'): ParleyDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as ParleyDb
  db.version(1).stores({
    log: '++i, doc',
    snapshot: 'doc',
    index: 'doc',
    command: 'id, at',
    stage: '[job+n], job',
    blob: 'key',
    kv: 'key',
    archive: 'key',
  })
  return db
}

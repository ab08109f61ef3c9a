import type * as Y from 'yjs'
import type { DeviceId, DocName, OpId } from '@parley/shared/ids'
import type { ClientIds } from './client-ids.ts'
import { FORMAT, type LogRow, type ParleyDb, type SideRows } from './db.ts'
import { documentNames, type Documents, type OpenDocument } from './documents.ts'

/** What a command changed in one document, told after its commit. */
export interface Touched {
  readonly doc: DocName
  readonly keys: ReadonlySet<string>
  /** The document's root map as committed. */
  readonly map: Y.Map<unknown>
}

export interface WorkStamp {
  /** Stands on every value the command writes. */
  readonly opId: OpId
  /** ms since 1970. */
  readonly now: number
  /** The device. */
  readonly actor: DeviceId
}

type SideTable = keyof SideRows
type SideKey = string | [string, number]
export type SideWrite = { table: SideTable; row: SideRows[SideTable] } | { table: SideTable; key: SideKey }

/**
 * One command's changes, gathered in memory and committed together. Documents are changed at once, so a command that
 * fails leaves them ahead of the store, which then drops every document in `touched`.
 */
export class Work {
  readonly opId: OpId
  readonly now: number
  readonly actor: DeviceId
  readonly rows: Omit<LogRow, 'i'>[] = []
  readonly writes: SideWrite[] = []
  readonly effects: (() => void)[] = []
  readonly #edited = new Map<string, { doc: OpenDocument; keys: Set<string> }>()
  readonly #db: ParleyDb
  readonly #documents: Documents
  readonly #acked: 0 | 1

  constructor(stamp: WorkStamp, db: ParleyDb, documents: Documents, acked: 0 | 1) {
    this.opId = stamp.opId
    this.now = stamp.now
    this.actor = stamp.actor
    this.#db = db
    this.#documents = documents
    this.#acked = acked
  }

  /** Changes a document in one Yjs transaction: one log row, with the keys `change` touched. */
  async edit<T>(doc: DocName, change: (map: Y.Map<unknown>) => T): Promise<T> {
    const open = await this.#documents.open(doc)
    const stop = this.#record(open, 1, this.#acked)
    try {
      return open.ydoc.transact(() => change(open.map))
    } finally {
      stop()
    }
  }

  /** Looks at a document, this command's own edits included. */
  async read<T>(doc: DocName, look: (map: Y.Map<unknown>) => T): Promise<T> {
    return look((await this.#documents.open(doc)).map)
  }

  /** Takes in an update made elsewhere. It may come again: what is known already leaves no row. */
  async receive(doc: DocName, apply: (ydoc: Y.Doc) => void): Promise<void> {
    const open = await this.#documents.open(doc)
    const stop = this.#record(open, 0, 1)
    try {
      apply(open.ydoc)
    } finally {
      stop()
    }
  }

  /** The names of all documents with that prefix, sorted; one this command began is not among them. */
  names(prefix: string): Promise<DocName[]> {
    return documentNames(this.#db, prefix)
  }

  /** A row as committed, without this command's own `put`. */
  async row<T extends SideTable>(table: T, key: SideKey): Promise<SideRows[T] | undefined> {
    return (await this.#db.table(table).get(key)) as SideRows[T] | undefined
  }

  put<T extends SideTable>(table: T, row: SideRows[T]): void {
    this.writes.push({ table, row })
  }

  delete(table: SideTable, key: SideKey): void {
    this.writes.push({ table, key })
  }

  /** Runs `effect` once the command is durable, never when it fails. The worker may die before: it has to be found due at start. */
  afterCommit(effect: () => void): void {
    this.effects.push(effect)
  }

  /** Keeps the client ids of the edited documents, so that the next worker continues with them. */
  async keepIds(ids: ClientIds): Promise<void> {
    for (const { doc } of this.#edited.values()) await ids.keep(doc.name, doc.ydoc.clientID)
  }

  touched(): Touched[] {
    return [...this.#edited.values()].map(({ doc, keys }) => ({ doc: doc.name, keys, map: doc.map }))
  }

  /** The bytes come from the event: `encodeStateAsUpdate` would carry a delete set of everything before. */
  #record(open: OpenDocument, mine: 0 | 1, acked: 0 | 1): () => void {
    const edited = this.#edited.get(open.name) ?? { doc: open, keys: new Set<string>() }
    this.#edited.set(open.name, edited)
    const take = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      const changed: ReadonlyMap<unknown, ReadonlySet<string | null>> = transaction.changed
      const keys = [...(changed.get(open.map) ?? [])].filter((key) => key !== null)
      for (const key of keys) edited.keys.add(key)
      this.rows.push({ format: FORMAT, doc: open.name, update, keys, mine, acked })
    }
    open.ydoc.on('update', take)
    return () => open.ydoc.off('update', take)
  }
}

import * as Y from 'yjs'
import type { DocName } from '@parley/shared/ids'
import type { ClientIds } from './client-ids.ts'
import { FORMAT, type ParleyDb } from './db.ts'
import { StoreError } from './errors.ts'

/** A document in memory: everything it holds is in its one root map. */
export interface OpenDocument {
  readonly name: DocName
  readonly ydoc: Y.Doc
  readonly map: Y.Map<unknown>
}

/** Contact shards kept open: about 1.6 MB of heap each at 100k contacts. */
const SHARDS = 8
const OTHERS = 24

/** The documents in memory, least recently used first. Opened and closed within a turn only. */
export class Documents {
  readonly #db: ParleyDb
  readonly #ids: ClientIds
  readonly #open = new Map<DocName, OpenDocument>()
  readonly #pins = new Map<DocName, number>()

  constructor(db: ParleyDb, ids: ClientIds) {
    this.#db = db
    this.#ids = ids
  }

  async open(name: DocName): Promise<OpenDocument> {
    const doc = this.#open.get(name) ?? (await this.#load(name))
    this.#open.delete(name)
    this.#open.set(name, doc)
    return doc
  }

  /** Forgets a document whose memory is ahead of the store. */
  drop(name: DocName): void {
    this.#open.get(name)?.ydoc.destroy()
    this.#open.delete(name)
  }

  /** Keeps documents open until the returned function is called, as an import does that writes to all shards. */
  pin(names: readonly DocName[]): () => void {
    for (const name of names) this.#pins.set(name, (this.#pins.get(name) ?? 0) + 1)
    return () => {
      for (const name of names) this.#unpin(name)
    }
  }

  /** Closes the least recently used documents above the limits. */
  trim(): void {
    const free = [...this.#open.keys()].filter((name) => !this.#pins.has(name) && !name.startsWith('w/'))
    const shards = free.filter((name) => name.startsWith('c/'))
    const others = free.filter((name) => !name.startsWith('c/'))
    for (const name of shards.slice(0, Math.max(0, shards.length - SHARDS))) this.drop(name)
    for (const name of others.slice(0, Math.max(0, others.length - OTHERS))) this.drop(name)
  }

  close(): void {
    for (const name of [...this.#open.keys()]) this.drop(name)
  }

  #unpin(name: DocName): void {
    const pins = (this.#pins.get(name) ?? 1) - 1
    if (pins > 0) this.#pins.set(name, pins)
    else this.#pins.delete(name)
  }

  async #load(name: DocName): Promise<OpenDocument> {
    const { snapshot, log } = this.#db
    const [base, rows] = await this.#db.transaction('r', snapshot, log, () =>
      Promise.all([snapshot.get(name), log.where('doc').equals(name).toArray()]),
    )
    for (const row of base ? [base, ...rows] : rows) if (row.format > FORMAT) throw new StoreError('update-parley')
    const ydoc = new Y.Doc()
    ydoc.transact(() => {
      if (base) Y.applyUpdate(ydoc, base.update)
      for (const row of rows) Y.applyUpdate(ydoc, row.update)
    })
    // Only now: Yjs gives a document another id when it reads its own id in an update.
    ydoc.clientID = this.#ids.of(name) ?? this.#ids.fresh()
    return { name, ydoc, map: ydoc.getMap('m') }
  }
}

/** The names of all stored documents with that prefix, sorted. */
export async function documentNames(db: ParleyDb, prefix: string): Promise<DocName[]> {
  const [snapshots, logs] = await db.transaction('r', [db.snapshot, db.log], () =>
    Promise.all([
      db.snapshot.where('doc').startsWith(prefix).primaryKeys(),
      db.log.where('doc').startsWith(prefix).uniqueKeys(),
    ]),
  )
  return [...new Set([...snapshots, ...(logs as DocName[])])].sort()
}

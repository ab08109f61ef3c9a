import * as Y from 'yjs'
import { newDeviceId, newOpId, randomBase62, type DeviceId, type DocName, type Random } from '@parley/shared/ids'
import { ClientIds, type SessionArea } from './client-ids.ts'
import { claim, commit } from './commit.ts'
import { compact, grownDocuments } from './compaction.ts'
import type { CommandRow, ParleyDb } from './db.ts'
import { documentNames, Documents } from './documents.ts'
import { asStoreError } from './errors.ts'
import { readDerived, type Derived } from './derived.ts'
import { Turns } from './turns.ts'
import { Work, type Touched } from './work.ts'

export interface StoreOptions {
  db: ParleyDb
  session: SessionArea
  random: Random
  /** ms since 1970. */
  now: () => number
  /** Whether a server will ack the rows made here; without one they are written acked. */
  server?: boolean
}

const RESULT_KEPT_MS = 7 * 24 * 3600_000

/** The engine's memory and its disk: the only place that changes documents. One per database and browser profile. */
export class Store {
  readonly device: DeviceId
  readonly #options: StoreOptions
  readonly #db: ParleyDb
  readonly #writer: string
  readonly #ids: ClientIds
  readonly #documents: Documents
  readonly #turns = new Turns()
  readonly #running = new Map<string, Promise<unknown>>()
  readonly #listeners = new Set<(touched: readonly Touched[]) => void>()
  #columnsOf: (doc: DocName) => unknown = () => undefined

  private constructor(options: StoreOptions, ids: ClientIds, device: DeviceId, writer: string) {
    this.#options = options
    this.#db = options.db
    this.#ids = ids
    this.#documents = new Documents(options.db, ids)
    this.#writer = writer
    this.device = device
  }

  /** Opens the database. Throws StoreError when it cannot, or was written by a newer Parley. */
  static async open(options: StoreOptions): Promise<Store> {
    const { db, session, random } = options
    try {
      await db.open()
      const writer = randomBase62(random, 16)
      await claim(db, writer)
      return new Store(options, await ClientIds.load(session, random), await deviceOf(db, random), writer)
    } catch (error) {
      throw asStoreError(error)
    }
  }

  /**
   * Runs a command in its turn and commits what it wrote with its result. A repeated `id` joins the running command or
   * answers the stored result. Only after the commit are listeners told and the result given out; when it fails, the
   * documents it touched are forgotten and read again from the store. Inside `run` use `work` alone: `store.read`
   * waits for the turn that `run` holds.
   */
  command<T>(id: string, name: string, run: (work: Work) => Promise<T>): Promise<T> {
    const running = this.#running.get(id)
    if (running) return running as Promise<T>
    const done = this.#turn(() => this.#once(id, name, run)).finally(() => this.#running.delete(id))
    this.#running.set(id, done)
    return done
  }

  /**
   * A step the engine takes by itself, in its turn and in one transaction like a command, but with no caller to answer
   * again: done twice, it must find what it wrote.
   */
  step<T>(run: (work: Work) => Promise<T>): Promise<T> {
    return this.#turn(() => this.#commit(undefined, run))
  }

  /** Looks at a document as committed: waits for the command that is open. */
  read<T>(doc: DocName, look: (map: Y.Map<unknown>) => T): Promise<T> {
    return this.#turn(async () => look((await this.#documents.open(doc)).map))
  }

  /** Takes in updates of a document made elsewhere, in one transaction. */
  receive(doc: DocName, updates: readonly Uint8Array[]): Promise<void> {
    return this.step((work) =>
      work.receive(doc, (ydoc) => {
        for (const update of updates) Y.applyUpdate(ydoc, update)
      }),
    )
  }

  /** Tells `listener` what each commit changed, in the same turn and before its caller gets the answer. */
  onCommit(listener: (touched: readonly Touched[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Where the columns come from that are kept beside a snapshot; asked when a document is compacted. */
  indexWith(columnsOf: (doc: DocName) => unknown): void {
    this.#columnsOf = columnsOf
  }

  /** Kept columns and what changed since, of the documents whose names start with `prefix`. */
  derived(prefix: string): Promise<Derived[]> {
    return this.#turn(() => readDerived(this.#db, prefix))
  }

  /** The names of all stored documents with that prefix, sorted. */
  names(prefix: string): Promise<DocName[]> {
    return documentNames(this.#db, prefix)
  }

  /** A row of a table beside the documents. */
  async kv(key: string): Promise<unknown> {
    return (await this.#db.kv.get(key))?.value
  }

  /** The rows of that table whose keys start with `prefix`. */
  async kvWith(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const rows = await this.#db.kv.where('key').startsWith(prefix).toArray()
    return new Map(rows.map(({ key, value }) => [key, value]))
  }

  /** Keeps documents open until the returned function is called. */
  pin(docs: readonly DocName[]): () => void {
    return this.#documents.pin(docs)
  }

  /** Folds a document's log into its snapshot. */
  compact(doc: DocName): Promise<void> {
    return this.#turn(async () =>
      compact(this.#db, this.#writer, await this.#documents.open(doc), this.#columnsOf(doc)),
    )
  }

  /** Compacts what has grown and forgets old results, stepping back as soon as somebody wants a turn. */
  async tidy(): Promise<void> {
    for (const doc of await grownDocuments(this.#db)) {
      if (this.#turns.waiting > 0) return
      await this.compact(doc)
    }
    await this.#db.command
      .where('at')
      .below(this.#options.now() - RESULT_KEPT_MS)
      .delete()
  }

  /** Waits for the open turn, then closes the database. */
  async close(): Promise<void> {
    await this.#turn(async () => {
      this.#documents.close()
      this.#db.close()
    })
  }

  async #once<T>(id: string, name: string, run: (work: Work) => Promise<T>): Promise<T> {
    const stored = await this.#db.command.get(id)
    if (stored) return stored.result as T
    return this.#commit({ id, name }, run)
  }

  async #commit<T>(command: Pick<CommandRow, 'id' | 'name'> | undefined, run: (work: Work) => Promise<T>): Promise<T> {
    const stamp = { opId: newOpId(this.#options.random), now: this.#options.now(), actor: this.device }
    const work = new Work(stamp, this.#db, this.#documents, this.#options.server === true ? 0 : 1)
    const result = await this.#durable(work, command, run)
    for (const listener of this.#listeners) listener(work.touched())
    for (const effect of work.effects) effect()
    return result
  }

  async #durable<T>(
    work: Work,
    command: Pick<CommandRow, 'id' | 'name'> | undefined,
    run: (work: Work) => Promise<T>,
  ): Promise<T> {
    try {
      const result = await run(work)
      await work.keepIds(this.#ids)
      await commit(this.#db, this.#writer, work, command && { ...command, at: work.now, result })
      return result
    } catch (error) {
      for (const { doc } of work.touched()) this.#documents.drop(doc)
      throw error
    }
  }

  /** One at a time; what a turn opened beyond the limits is closed at its end. */
  #turn<T>(task: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      try {
        return await task()
      } catch (error) {
        throw asStoreError(error)
      } finally {
        this.#documents.trim()
      }
    })
  }
}

/** This installation's id, made once. */
async function deviceOf(db: ParleyDb, random: Random): Promise<DeviceId> {
  return db.transaction('rw', db.kv, async () => {
    const known = await db.kv.get('device')
    if (known) return known.value as DeviceId
    const device = newDeviceId(random)
    await db.kv.put({ key: 'device', value: device })
    return device
  })
}

/** Updates of one document that came in a row from one writer. */
export interface LogRow {
  readonly doc: string
  /** The device or account they came from. */
  readonly by: string
  /** How many. */
  readonly count: number
  /** Packed; see `packUpdates`. */
  readonly data: Uint8Array<ArrayBuffer>
}

/** What the main thread asks of the log worker, in order. */
export type LogRequest =
  | { readonly kind: 'commit'; readonly at: number; readonly rows: readonly LogRow[] }
  | { readonly kind: 'snapshot'; readonly doc: string; readonly state: Uint8Array }
  | { readonly kind: 'close' }

/** How the worker's connection keeps what it commits, as SQLite answers. */
export interface Durability {
  readonly journalMode: string
  /** 2 is FULL: every commit waits for the disk. */
  readonly synchronous: number
}

export type LogAnswer =
  /** Once, before anything else: the database is open. */
  | { readonly opened: Durability }
  /** The next `requests` requests are done; `seqs` holds the new number of every document they added to. */
  | { readonly requests: number; readonly seqs: ReadonlyMap<string, number> }
  | { readonly error: unknown }

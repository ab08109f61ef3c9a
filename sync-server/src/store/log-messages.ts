/** What the main thread asks of the log worker, in order; the worker answers in the same order. */
export type LogRequest =
  | { readonly kind: 'commit'; readonly at: number; readonly updates: readonly LoggedUpdate[] }
  | { readonly kind: 'snapshot'; readonly doc: string; readonly state: Uint8Array }
  | { readonly kind: 'close' }

/** `[document, device or account, update]`. */
export type LoggedUpdate = readonly [doc: string, by: string, update: Uint8Array]

export type LogAnswer =
  /** `seqs` holds the new number of every document of the batch. */
  { readonly ok: true; readonly seqs: ReadonlyMap<string, number> } | { readonly ok: false; readonly error: unknown }

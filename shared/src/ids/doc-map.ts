/**
 * The root map `m` of a document, as far as the pure code needs it. A `Y.Map<unknown>` is one, a `Map` is one too, so
 * rules about keys can be tested without Yjs and fuzzed with it.
 */
export interface DocMap {
  get(key: string): unknown
  set(key: string, value: unknown): unknown
  has(key: string): boolean
  delete(key: string): unknown
  keys(): Iterable<string>
  entries(): Iterable<[string, unknown]>
}

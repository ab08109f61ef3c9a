/** What a caller of the store can do about a failure; the browser's own error stays as `cause`. */
export type StoreReason =
  /** The disk or the profile's quota is full: free space, then retry. */
  | 'storage-full'
  /** The database cannot be opened or has gone: nothing can be kept. */
  | 'storage-unavailable'
  /** Written by a newer Parley. */
  | 'update-parley'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly reason: StoreReason

  constructor(reason: StoreReason, cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

const UNAVAILABLE = new Set([
  'OpenFailedError',
  'MissingAPIError',
  'UnknownError',
  'InvalidStateError',
  'DatabaseClosedError',
  'SecurityError',
  'NotFoundError',
])

/** The StoreError behind what Dexie or IndexedDB threw; anything else is returned as it is. */
export function asStoreError(error: unknown): unknown {
  for (let at = error; at instanceof Object; at = innerOf(at)) {
    if (at instanceof StoreError) return at
    const name = 'name' in at ? at.name : ''
    if (name === 'QuotaExceededError') return new StoreError('storage-full', error)
    if (name === 'VersionError') return new StoreError('update-parley', error)
  }
  if (error instanceof Object && 'name' in error && UNAVAILABLE.has(String(error.name)))
    return new StoreError('storage-unavailable', error)
  return error
}

/** Dexie wraps the browser's error as `inner`, and a bulk failure lists its own. */
function innerOf(error: object): unknown {
  if ('inner' in error) return error.inner
  return 'failures' in error && Array.isArray(error.failures) ? error.failures[0] : undefined
}

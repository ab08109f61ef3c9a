/** Kinds of file a person picks by mistake, told by their first bytes so that the screen can name them. */
export type BinaryKind = 'xlsx' | 'xls' | 'zip' | 'gzip' | 'pdf' | 'image' | 'unknown'

/** Why a whole file could not be imported; a single bad row is a reject instead. */
export type ImportFailure =
  | { reason: 'unreadable-file' }
  | { reason: 'empty-file' }
  | { reason: 'binary-file'; kind: BinaryKind }
  | { reason: 'no-phone-column' }
  | { reason: 'too-big'; limit: number }
  | { reason: 'too-many-rows'; limit: number }
  | { reason: 'too-many-columns'; limit: number }
  /** So many rows have quotes that never close that the delimiter or the file itself must be wrong. */
  | { reason: 'broken-quotes' }
  /** The disk gave nothing for `READ_TIMEOUT_MS`. */
  | { reason: 'stalled' }
  /** The browser has no room for the rows. */
  | { reason: 'storage-full' }
  /** A fault of ours: the worker died again and again on the same rows. */
  | { reason: 'worker-failed' }

/** Thrown inside the worker; its caller turns it into a failed job. */
export class ImportError extends Error {
  readonly failure: ImportFailure

  constructor(failure: ImportFailure) {
    super(failure.reason)
    this.name = 'ImportError'
    this.failure = failure
  }
}

import type { CallError } from '../calls.ts'
import { StoreError } from '../store/index.ts'

/** A call that cannot be answered, for a reason its caller can act on. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly error: CallError

  constructor(error: CallError) {
    super(error.reason)
    this.error = error
  }
}

/** What a caller is told. A fault of ours is logged by name only: its message may quote a number or a text. */
export function toCallError(call: string, error: unknown): CallError {
  if (error instanceof CallFailure) return error.error
  if (error instanceof StoreError) return { reason: error.reason }
  console.error(`${call} failed: ${error instanceof Error ? error.name : typeof error}`)
  return { reason: 'internal' }
}

import type { ProblemReason } from '@parley/shared/sync'

/** A REST call refused for a reason the caller can act on; `data` goes into the answer beside it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly reason: ProblemReason
  readonly data: Readonly<Record<string, unknown>>

  constructor(reason: ProblemReason, data: Readonly<Record<string, unknown>> = {}) {
    super(reason)
    this.reason = reason
    this.data = data
  }
}

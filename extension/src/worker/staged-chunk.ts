import type { Draft, RowRefusal } from '@parley/shared/contacts'

/** Why a row is rejected: what it says cannot be imported, or it cannot even be read. */
export type RejectReason = RowRefusal | 'broken-quotes' | 'value-too-long'

/** One row that cannot be imported. */
export interface StagedReject {
  /** As a spreadsheet shows it, the header being 1. */
  row: number
  /** Header of the column at fault; '' when it is the row as a whole. */
  column: string
  /** What stands there, cut to `REJECT_VALUE_CHARS`. */
  value: string
  reason: RejectReason
}

/** What the worker makes of one raw chunk; every row of it is in one of the two lists. */
export interface StagedChunk {
  n: number
  drafts: Draft[]
  rejects: StagedReject[]
  /** Bytes of the file behind this chunk and all before it. */
  bytesRead: number
  last: boolean
}

import type { Mapping } from '@parley/shared/contacts'
import type { Encoding } from './encoding.ts'
import type { ImportFailure } from './failure.ts'

/** One file to read. The same task always gives the same chunks. */
export interface ParseTask {
  jobId: string
  /** Row of the `blob` table. */
  blobKey: string
  /** Column number in the file → what it fills. */
  mapping: Mapping
  delimiter?: string
  encoding?: Encoding
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Chunks before this one were taken over already and are not staged again. */
  firstChunk: number
}

/** What the engine asks of the place that hosts workers. Asking twice is asking once. */
export type HostOrder = { kind: 'parse'; task: ParseTask } | { kind: 'stop'; jobId: string }

/** What the engine is told. Losing one costs time only: chunks lie in `stage`, and a parse that failed fails again. */
export type ParserReport =
  | { kind: 'staged'; jobId: string }
  | { kind: 'failed'; jobId: string; failure: ImportFailure }
  /** The worker died without a word of its own. */
  | { kind: 'crashed'; jobId: string }

/** Envelopes on `runtime.sendMessage`, which every extension page hears. */
export interface OrderMessage {
  to: 'parser-host'
  order: HostOrder
}
export interface ReportMessage {
  to: 'import'
  report: ParserReport
}

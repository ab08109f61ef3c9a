import type { Encoding } from './encoding.ts'
import type { ImportFailure } from './failure.ts'

export { ENCODINGS, type Encoding } from './encoding.ts'
export { DELIMITERS } from './delimiter.ts'
export type { BinaryKind, ImportFailure } from './failure.ts'

/** What a person has chosen so far; the rest is proposed. */
export interface PreviewOptions {
  /** ISO 3166-1 alpha-2: how numbers without country code are read. */
  country: string
  encoding?: Encoding
  delimiter?: string
  /** Column number in the file → what it fills, as `import.start` takes it. Without it the proposal is used. */
  mapping?: Readonly<Record<string, string>>
}

export interface PreviewColumn {
  index: number
  header: string
  /** What the column seems to fill; null: not imported. */
  proposed: string | null
  /** Its first few values. */
  samples: string[]
}

/** One of the first rows, and what the import would make of it. */
export interface PreviewRow {
  /** As a spreadsheet shows it, the header being 1. */
  row: number
  cells: readonly string[]
  outcome:
    | { kind: 'ready'; fields: Readonly<Partial<Record<string, string>>>; tags: readonly string[]; optedOut: boolean }
    | { kind: 'rejected'; reason: string; column: number; value: string }
}

export type Preview =
  | {
      ok: true
      encoding: Encoding
      delimiter: string
      columns: PreviewColumn[]
      /** The mapping the rows below were read with. */
      mapping: Readonly<Record<string, string>>
      rows: PreviewRow[]
    }
  | { ok: false; failure: ImportFailure }

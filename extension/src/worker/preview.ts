import type { FieldId } from '@parley/shared/ids'
import { asMapping, columnsOf, mapHeaders, type CustomField } from '@parley/shared/contacts'
import { fileEncoding } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { ImportError, type ImportFailure } from './failure.ts'
import { readRow, type RowReader } from './map-rows.ts'
import { fileFormat, rawChunks, type FileFormat, type RawChunk } from './raw-chunks.ts'
import type { CsvRow } from './csv-reader.ts'
import type { RejectReason } from './staged-chunk.ts'

export { ENCODINGS, type Encoding } from './encoding.ts'
export { DELIMITERS } from './delimiter.ts'
export type { BinaryKind, ImportFailure } from './failure.ts'
export type { RejectReason } from './staged-chunk.ts'

/** What a person has chosen so far; the rest is proposed. */
export interface PreviewOptions {
  /** ISO 3166-1 alpha-2: how numbers without country code are read. */
  country: string
  encoding?: Encoding
  delimiter?: string
  /** Column number in the file → what it fills, as `import.start` takes it. Without it the proposal is used. */
  mapping?: Readonly<Record<string, string>>
  /** The workspace's own fields, so that a column of that name is proposed for them. */
  fields?: readonly { id: string; name: string }[]
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
    | { kind: 'rejected'; reason: RejectReason; column: number; value: string }
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

const SAMPLE_ROWS = 50
const SHOWN_ROWS = 5
const SHOWN_VALUES = 3

/**
 * The dry run: reads the head of `file` as the import would and says what would become of its first rows. Saves nothing.
 * Only the encoding needs the whole file: its first accent may come late.
 */
export async function previewFile(file: Blob, options: PreviewOptions): Promise<Preview> {
  try {
    const format = await fileFormat(file, { ...options, encoding: options.encoding ?? (await knownEncoding(file)) })
    const chunk = await firstChunk(file, format)
    return { ok: true, ...format, ...dryRun(chunk, options) }
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, failure: error.failure }
    throw error
  }
}

/** A choice in the dialog asks again for the same file. */
const encodings = new WeakMap<Blob, Promise<Encoding>>()

function knownEncoding(file: Blob): Promise<Encoding> {
  const encoding = encodings.get(file) ?? fileEncoding(file)
  encodings.set(file, encoding)
  return encoding
}

async function firstChunk(file: Blob, format: FileFormat): Promise<RawChunk> {
  for await (const chunk of rawChunks(file, format)) return chunk
  throw new ImportError({ reason: 'empty-file' })
}

type DryRun = Pick<Extract<Preview, { ok: true }>, 'columns' | 'mapping' | 'rows'>

function dryRun({ headers, rows }: RawChunk, options: PreviewOptions): DryRun {
  const sample = rows.filter(({ broken }) => !broken).slice(0, SAMPLE_ROWS)
  const cells = sample.map((row) => row.cells)
  const proposed = mapHeaders(headers, cells, options.country, options.fields as CustomField[] | undefined)
  const mapping = (options.mapping && asMapping(options.mapping)) ?? proposed
  // Without a column of numbers every row is rejected, and the person still can say which one it is.
  const reader = { headers, columns: columnsOf(mapping, fieldNamed), country: options.country }
  const columns = headers.map((header, index) => ({
    index,
    header,
    proposed: proposed[index] ?? null,
    samples: cells.flatMap((row) => (row[index]?.trim() ? [row[index]] : [])).slice(0, SHOWN_VALUES),
  }))
  return {
    columns,
    mapping: mapping as Record<string, string>,
    rows: rows.slice(0, SHOWN_ROWS).map((row) => shown(row, reader)),
  }
}

/** A field that is not made yet stands under its name. */
function fieldNamed(name: string): FieldId {
  return name as FieldId
}

function shown(row: CsvRow, reader: RowReader): PreviewRow {
  const outcome = readRow(row, reader)
  const { cells } = row
  if (!outcome.ok) {
    const { reason, column, value } = outcome
    return { row: row.row, cells, outcome: { kind: 'rejected', reason, column, value } }
  }
  const { fields, tags, optOut } = outcome.draft
  return { row: row.row, cells, outcome: { kind: 'ready', fields, tags, optedOut: optOut } }
}

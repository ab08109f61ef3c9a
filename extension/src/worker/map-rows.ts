import { columnsOf, rowToDraft, type Columns, type Mapping, type RowReading } from '@parley/shared/contacts'
import type { FieldId } from '@parley/shared/ids'
import type { CsvRow } from './csv-reader.ts'
import { ImportError } from './failure.ts'
import { MAX_CELL_CHARS, REJECT_VALUE_CHARS } from './limits.ts'
import type { RawChunk } from './raw-chunks.ts'
import type { RejectReason, StagedChunk } from './staged-chunk.ts'

/** How the rows of one file are read. */
export interface RowReader {
  readonly headers: readonly string[]
  readonly columns: Columns
  readonly country: string
}

/** Throws `no-phone-column`: nobody could be found again, or written to. `fieldOf` gives custom fields their ids. */
export function rowReader(
  headers: readonly string[],
  mapping: Mapping,
  country: string,
  fieldOf: (name: string) => FieldId,
): RowReader {
  const columns = columnsOf(mapping, fieldOf)
  if (!columns.phones.some((column) => column < headers.length)) throw new ImportError({ reason: 'no-phone-column' })
  return { headers, columns, country }
}

export type RowOutcome =
  | Extract<RowReading, { ok: true }>
  | { readonly ok: false; readonly reason: RejectReason; readonly value: string; readonly column: number }

/** What becomes of one row. */
export function readRow({ cells, broken }: CsvRow, { columns, country }: RowReader): RowOutcome {
  if (broken) return { ok: false, reason: 'broken-quotes', value: cells[0] ?? '', column: -1 }
  // A photo in a column nobody imports may be as long as it likes.
  const long = textColumns(columns).find((column) => (cells[column]?.length ?? 0) > MAX_CELL_CHARS)
  if (long !== undefined) return { ok: false, reason: 'value-too-long', value: cells[long] ?? '', column: long }
  return rowToDraft(cells, columns, country)
}

function textColumns({ fields, tags, consentSource }: Columns): number[] {
  return [...fields.map(([column]) => column), ...tags, ...(consentSource === undefined ? [] : [consentSource])]
}

/** The chunk as it is staged: every row is a draft or a reject. */
export function mapChunk({ n, rows, bytesRead, last }: RawChunk, reader: RowReader): StagedChunk {
  const chunk: StagedChunk = { n, drafts: [], rejects: [], bytesRead, last }
  for (const row of rows) {
    const outcome = readRow(row, reader)
    if (outcome.ok) chunk.drafts.push(outcome.draft)
    else {
      const { reason, value, column } = outcome
      const cut = value.slice(0, REJECT_VALUE_CHARS)
      chunk.rejects.push({ row: row.row, column: reader.headers[column] ?? '', value: cut, reason })
    }
  }
  return chunk
}

import { csvReader, type CsvRow } from './csv-reader.ts'
import { decodeBlob, textDecoder, fileEncoding } from './decode.ts'
import { detectLayout } from './delimiter.ts'
import type { Encoding } from './encoding.ts'
import { ImportError } from './failure.ts'
import { CHUNK_CHARS, CHUNK_ROWS, HEAD_BYTES, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from './limits.ts'
import { readSlice } from './read-blob.ts'

export interface FileFormat {
  encoding: Encoding
  delimiter: string
  /** Characters before the table. */
  skip: number
}

/** How to read `blob`: what a person chose, else what the file says. Throws `empty-file`, `too-big`, `binary-file`. */
export async function fileFormat(
  blob: Blob,
  chosen: Partial<Pick<FileFormat, 'encoding' | 'delimiter'>>,
): Promise<FileFormat> {
  if (blob.size === 0) throw new ImportError({ reason: 'empty-file' })
  if (blob.size > MAX_FILE_BYTES) throw new ImportError({ reason: 'too-big', limit: MAX_FILE_BYTES })
  const detected = await fileEncoding(blob)
  const encoding = chosen.encoding ?? detected
  const head = textDecoder(encoding)(await readSlice(blob, 0, HEAD_BYTES))
  return { encoding, ...detectLayout(head, chosen.delimiter) }
}

export interface RawChunk {
  n: number
  headers: readonly string[]
  rows: CsvRow[]
  bytesRead: number
  last: boolean
}

/**
 * The rows of `blob` in numbered chunks of ≤ `CHUNK_ROWS`, the last one marked and perhaps empty. The same file and format
 * always give the same chunks, which is what lets an import go on where it was stopped. Blank lines are left out.
 */
export async function* rawChunks(blob: Blob, format: FileFormat): AsyncGenerator<RawChunk> {
  let headers: readonly string[] | undefined
  let chunk: RawChunk = { n: 0, headers: [], rows: [], bytesRead: 0, last: false }
  let chars = 0
  let total = 0
  for await (const { rows, bytesRead } of csvRows(blob, format)) {
    chunk.bytesRead = bytesRead
    for (const row of rows) {
      if (isBlank(row)) continue
      if (headers === undefined) {
        headers = checkedHeaders(row.cells)
        chunk.headers = headers
        continue
      }
      if (++total > MAX_ROWS) throw new ImportError({ reason: 'too-many-rows', limit: MAX_ROWS })
      chunk.rows.push(row)
      chars += row.cells.reduce((sum, cell) => sum + cell.length, 0)
      if (chunk.rows.length < CHUNK_ROWS && chars < CHUNK_CHARS) continue
      yield chunk
      chunk = { n: chunk.n + 1, headers, rows: [], bytesRead, last: false }
      chars = 0
    }
  }
  if (total === 0) throw new ImportError({ reason: 'empty-file' })
  yield { ...chunk, last: true }
}

/** Rows as they come, with the bytes behind them. */
async function* csvRows(
  blob: Blob,
  { encoding, delimiter, skip }: FileFormat,
): AsyncGenerator<{ rows: CsvRow[]; bytesRead: number }> {
  const reader = csvReader(delimiter)
  let left = skip
  for await (const { text, bytesRead } of decodeBlob(blob, encoding)) {
    const rows = reader.push(text.slice(left))
    left = Math.max(0, left - text.length)
    yield { rows, bytesRead }
  }
  yield { rows: reader.end(), bytesRead: blob.size }
}

function isBlank({ cells, broken }: CsvRow): boolean {
  return !broken && cells.every((cell) => cell.trim() === '')
}

function checkedHeaders(cells: readonly string[]): readonly string[] {
  if (cells.length > MAX_COLUMNS) throw new ImportError({ reason: 'too-many-columns', limit: MAX_COLUMNS })
  return cells.map((cell) => cell.trim())
}

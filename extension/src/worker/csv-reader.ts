import Papa from 'papaparse'
import { ImportError } from './failure.ts'
import { MAX_BROKEN_ROWS, MAX_ROW_CHARS } from './limits.ts'

export interface CsvRow {
  /** As a spreadsheet shows it: the header is 1, blank lines count, a `sep=` line does not. */
  row: number
  cells: readonly string[]
  /** The row's quotes do not add up; `cells` then holds its first line as it stands. */
  broken: boolean
}

export interface CsvReader {
  /** The rows that `text` completes. */
  push(text: string): CsvRow[]
  /** What is left. */
  end(): CsvRow[]
}

/**
 * Reads rows out of pieces of text with `\n` line ends. papaparse lets one bad quote swallow what follows it; here it costs
 * the line it stands on, and reading goes on with the next.
 * Throws `broken-quotes` when that happens all the time.
 */
export function csvReader(delimiter: string): CsvReader {
  let buffer = ''
  let row = 0
  let brokenRows = 0
  let skippingLine = false

  function drain(final: boolean): CsvRow[] {
    const rows: CsvRow[] = []
    let at = skippingLine ? endOfLine(0) : 0
    for (;;) {
      const found = parseUntilBroken(buffer.slice(at), delimiter, final)
      for (const cells of found.rows) rows.push({ row: ++row, cells, broken: false })
      at += found.taken
      if (!found.broken && buffer.length - at <= MAX_ROW_CHARS) break
      if (++brokenRows > MAX_BROKEN_ROWS) throw new ImportError({ reason: 'broken-quotes' })
      const next = endOfLine(at)
      rows.push({ row: ++row, cells: [buffer.slice(at, Math.min(next, at + MAX_ROW_CHARS)).trimEnd()], broken: true })
      at = next
    }
    buffer = buffer.slice(at)
    return rows
  }

  /** A line without end is longer than a row may be: the rest of it is dropped when it comes. */
  function endOfLine(from: number): number {
    const newline = buffer.indexOf('\n', from)
    skippingLine = newline === -1
    return skippingLine ? buffer.length : newline + 1
  }

  return {
    push(text) {
      buffer += text
      return drain(false)
    },
    end() {
      // Else papaparse sees one more, empty row after the last line end.
      if (buffer.endsWith('\n')) buffer = buffer.slice(0, -1)
      return buffer === '' ? [] : drain(true)
    },
  }
}

interface Found {
  rows: string[][]
  /** Characters of the rows found. */
  taken: number
  broken: boolean
}

/** Rows up to the first with broken quotes; without `final` the last one may be incomplete and is left. */
function parseUntilBroken(text: string, delimiter: string, final: boolean): Found {
  const found: Found = { rows: [], taken: 0, broken: false }
  if (text === '') return found
  // The low-level parser and not Papa.parse: it is synchronous, tells where each row ends and can be fed by hand.
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      found.broken = errors.length > 0
      if (found.broken) {
        parser.abort()
        return
      }
      found.rows.push(...data)
      found.taken = meta.cursor
    },
  })
  parser.parse(text, 0, !final)
  return found
}

import { csvReader } from './csv-reader.ts'

/** In the order they win a tie. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

export interface Layout {
  delimiter: string
  /** Characters of a leading `sep=;` line, which Excel writes and reads but is no row. */
  skip: number
}

const SEP_LINE = /^"?sep=([^\n"])"?\n/i
const SAMPLE_ROWS = 100
/** Lines tried with a delimiter. Under a wrong one every quoted line is broken, and the reader gives up a file that has too many. */
const SAMPLE_LINES = 4 * SAMPLE_ROWS

/** How the table in `head` (line ends `\n`) is laid out; `chosen` by a person beats what the file says. */
export function detectLayout(head: string, chosen: string | undefined): Layout {
  const sepLine = SEP_LINE.exec(head)
  const skip = sepLine?.[0].length ?? 0
  return { delimiter: chosen ?? sepLine?.[1] ?? guess(head.slice(skip)), skip }
}

/** The delimiter under which most rows have as many cells as the header; papaparse's own guess fails on two columns and blank lines. */
function guess(head: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...score(head, delimiter) }))
  const [best] = scored.sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns)
  return best?.delimiter ?? ','
}

function score(head: string, delimiter: string): { agreeing: number; columns: number } {
  const sample = head.split('\n', SAMPLE_LINES).join('\n')
  const rows = csvReader(delimiter).push(`${sample}\n`).slice(0, SAMPLE_ROWS)
  const [header, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const columns = header?.cells.length ?? 0
  if (columns < 2) return { agreeing: 0, columns }
  return { agreeing: 1 + rest.filter(({ cells }) => cells.length === columns).length, columns }
}

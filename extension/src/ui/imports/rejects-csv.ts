import type { ImportReject } from '../../engine/calls.ts'

export interface RejectsWords {
  /** Heads of the three columns. */
  readonly head: readonly [string, string, string]
  readonly reasonOf: (reason: string) => string
}

/** A cell that a spreadsheet would run as a formula is prefixed with an apostrophe: the value came from a file. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** CSV of rejected rows, CRLF as RFC 4180 wants it, with a byte order mark so that Excel reads UTF-8. */
export function rejectsCsv(rows: readonly ImportReject[], { head, reasonOf }: RejectsWords): string {
  const lines = rows.map(({ row, value, reason }) => [String(row), value, reasonOf(reason)])
  return '\uFEFF' + [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n'
}

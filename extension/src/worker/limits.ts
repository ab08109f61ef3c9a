/** Bounds on what one file may ask of the machine. A file is untrusted: every one of these was chosen, none is a guess of "enough". */

/** Bytes of one file. 300 MB is about 4 million short rows, beyond `MAX_ROWS` anyway. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024
export const MAX_ROWS = 1_000_000
/** Outlook writes 88 columns, Google up to some 200. */
export const MAX_COLUMNS = 1_000
/** Characters of one imported cell; the engine's calls accept no longer value. */
export const MAX_CELL_CHARS = 10_000
/** Characters of one row; an open quote is given up after so many. */
export const MAX_ROW_CHARS = 128 * 1024
/** Rows with broken quotes before the file is given up: each may cost a scan of `MAX_ROW_CHARS`. */
export const MAX_BROKEN_ROWS = 1_000

/** Bytes read from the file at once. */
export const READ_BYTES = 256 * 1024
/** Bytes looked at for encoding, delimiter and preview. */
export const HEAD_BYTES = 64 * 1024
export const READ_TIMEOUT_MS = 60_000

export const CHUNK_ROWS = 1_000
/** A chunk ends early when its rows hold so many characters: it becomes one transaction of the engine. */
export const CHUNK_CHARS = 512 * 1024
/** Staged chunks the engine has not taken yet; then the worker waits, so a slow engine costs disk for these only. */
export const MAX_UNTAKEN = 8
/** Characters of a rejected value kept for the report. */
export const REJECT_VALUE_CHARS = 200

import { binaryKind } from './binary-kind.ts'
import { ImportError } from './failure.ts'

/** Encodings a person may choose; the first four are found without help. Names are WHATWG labels. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** `text` as an encoding we offer, or undefined. */
export function asEncoding(text: string | undefined): Encoding | undefined {
  return ENCODINGS.find((name) => name === text)
}

export interface Detected {
  encoding: Encoding
  /** A byte order mark says so: no further look is needed. */
  certain: boolean
}

/**
 * The encoding of a file by its first bytes: byte order mark, UTF-16 by its zero bytes, strict UTF-8, else Windows-1252,
 * which is what Excel writes on Western systems. Throws `binary-file`.
 */
export function detectEncoding(head: Uint8Array): Detected {
  const kind = binaryKind(head)
  if (kind !== undefined) throw new ImportError({ reason: 'binary-file', kind })
  const marked = byMark(head)
  if (marked !== undefined) return { encoding: marked, certain: true }
  const wide = byZeros(head)
  if (wide !== undefined) return { encoding: wide, certain: true }
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', certain: false }
}

function byMark([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** Digits, delimiters and line ends have a zero half in UTF-16 whatever the script; text in other encodings has none. */
function byZeros(head: Uint8Array): Encoding | undefined {
  const zeros = [...head.keys()].filter((i) => head[i] === 0)
  const odd = zeros.filter((i) => i % 2 === 1).length
  const even = zeros.length - odd
  const pairs = head.length / 2
  if (odd > pairs / 20 && even < pairs / 100) return 'utf-16le'
  if (even > pairs / 20 && odd < pairs / 100) return 'utf-16be'
  if (zeros.length > head.length / 1000 + 1) throw new ImportError({ reason: 'binary-file', kind: 'unknown' })
  return undefined
}

/** `head` may end inside a character. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

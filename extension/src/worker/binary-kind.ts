import type { BinaryKind } from './failure.ts'

/** First bytes in hex → kind. Signatures: PKWARE APPNOTE 4.3.7, MS-CFB 2.2, RFC 1952, ISO 32000 7.5.2, PNG, JPEG, GIF. */
const SIGNATURES: readonly (readonly [hex: string, kind: BinaryKind])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'xls'],
  ['1f8b', 'gzip'],
  ['255044462d', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
]

/** What `head` is if it is no text at all; an xlsx is a zip that names its parts near the beginning. */
export function binaryKind(head: Uint8Array): BinaryKind | undefined {
  const hex = [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const kind = SIGNATURES.find(([signature]) => hex.startsWith(signature))?.[1]
  return kind === 'zip' && isWorkbook(head) ? 'xlsx' : kind
}

function isWorkbook(head: Uint8Array): boolean {
  const names = new TextDecoder('latin1').decode(head)
  return names.includes('[Content_Types].xml') || names.includes('xl/')
}

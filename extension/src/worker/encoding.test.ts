import { expect, it } from 'vitest'
import { decodeBlob, fileEncoding, textDecoder } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { readSlice } from './read-blob.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return new Uint8Array(bytes.buffer)
}

async function textOf(blob: Blob): Promise<string> {
  let text = ''
  for await (const piece of decodeBlob(blob, await fileEncoding(blob))) text += piece.text
  return text
}

const LINES = 'name,phone\nЖанна,+7 912 345 67 89\nŁukasz,+48 512 345 678\n'

it.each([
  ['utf-8', utf8(LINES)],
  ['utf-8', utf8(`\ufeff${LINES}`)],
  ['utf-16le', utf16(`\ufeff${LINES}`, true)],
  ['utf-16be', utf16(`\ufeff${LINES}`, false)],
  ['utf-16le', utf16(LINES, true)],
  ['utf-16be', utf16(LINES, false)],
])('[CO31] %s is found with and without a byte order mark', async (encoding, bytes) => {
  expect(detectEncoding(bytes).encoding).toBe(encoding)
  expect(await textOf(new Blob([bytes as BlobPart]))).toBe(LINES)
})

it('[CO31] what is not UTF-8 is read as Windows-1252, also when the first accent comes late', async () => {
  const early = new Uint8Array([...utf8('name\nJos'), 0xe9, 0x80, 0x0a])
  expect(await textOf(new Blob([early]))).toBe('name\nJosé€\n')
  const late = new Blob([utf8('name\n'.repeat(100_000)) as BlobPart, new Uint8Array([0xe9])])
  expect(await fileEncoding(late)).toBe('windows-1252')
})

it('[CO31] a character cut by the edge of the head does not hide UTF-8', () => {
  expect(detectEncoding(utf8('né').subarray(0, 2)).encoding).toBe('utf-8')
})

it.each([
  ['xlsx', [0x50, 0x4b, 3, 4, ...utf8('......[Content_Types].xml')]],
  ['zip', [0x50, 0x4b, 3, 4, 0, 0]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', utf8('%PDF-1.7')],
  ['gzip', [0x1f, 0x8b, 8]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['unknown', [1, 0, 2, 3, 0, 0, 0, 9]],
])('[CO32] a file that is no text is refused and named: %s', (kind, bytes) => {
  expect(() => detectEncoding(new Uint8Array(bytes))).toThrow(
    expect.objectContaining({ failure: { reason: 'binary-file', kind } }) as Error,
  )
})

it('turns every kind of line end into one, also across pieces', () => {
  const decode = textDecoder('utf-8')
  const pieces = ['a\r', '\nb\rc', '\r', 'd\n\r\n'].map((text) => decode(utf8(text)))
  expect([...pieces, decode(undefined)].join('')).toBe('a\nb\nc\nd\n\n')
})

it('a file that can no longer be read is a closed reason', async () => {
  const gone = { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) }
  await expect(readSlice(gone as unknown as Blob, 0, 1)).rejects.toThrow('unreadable-file')
})

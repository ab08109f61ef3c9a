import { expect, it } from 'vitest'
import { CHUNK_ROWS } from './limits.ts'
import { fileFormat, rawChunks, type RawChunk } from './raw-chunks.ts'

async function chunks(text: string, chosen = {}): Promise<RawChunk[]> {
  const blob = new Blob([text])
  return Array.fromAsync(rawChunks(blob, await fileFormat(blob, chosen)))
}

it.each([
  ['comma', 'name,phone\nAnn,1\n', ','],
  ['semicolon', 'name;phone\n"A, B";1\n', ';'],
  ['tab', 'name\tphone\nAnn\t1\n', '\t'],
  ['bar', 'name|phone\nAnn|1\n', '|'],
  ['sep line', 'sep=;\r\nname;phone\r\nA,n,n;1\r\n', ';'],
])('[CO31] the delimiter is found: %s', async (_, text, delimiter) => {
  expect((await fileFormat(new Blob([text]), {})).delimiter).toBe(delimiter)
  const [only] = await chunks(text)
  expect(only?.headers).toEqual(['name', 'phone'])
  expect(only?.rows[0]).toMatchObject({ row: 2, cells: [expect.any(String), '1'] })
})

it('[CO31] a person may overrule delimiter and encoding', async () => {
  expect((await chunks('a;b,c\n1;2,3\n', { delimiter: ',' }))[0]?.headers).toEqual(['a;b', 'c'])
  expect((await chunks('a;b,c\n1;2,3\n', { delimiter: ';' }))[0]?.headers).toEqual(['a', 'b,c'])
  expect((await chunks('é;b\n1;2\n', { encoding: 'windows-1252' }))[0]?.headers).toEqual(['Ã©', 'b'])
})

it('numbers chunks of 1,000 rows, leaves blank lines out and marks the last', async () => {
  const all = await chunks(`phone\n${'1\n\n'.repeat(CHUNK_ROWS * 2)}`)
  expect(all.map(({ n, rows, last }) => [n, rows.length, last])).toEqual([
    [0, 1_000, false],
    [1, 1_000, false],
    [2, 0, true],
  ])
  expect(all[1]?.rows[0]?.row).toBe(2_002)
})

it('ends a chunk early when its rows are long', async () => {
  const all = await chunks(`phone\n${`${'x'.repeat(9_000)}\n`.repeat(200)}`)
  expect(all.length).toBeGreaterThan(3)
})

it('a header called __proto__ is a column like any other', async () => {
  const [only] = await chunks('__proto__,phone\nx,1\n')
  expect(only?.headers).toEqual(['__proto__', 'phone'])
  expect(only?.rows[0]?.cells).toEqual(['x', '1'])
})

it.each([
  ['empty-file', ''],
  ['empty-file', 'name,phone\n\n'],
  ['too-many-columns', `${'a,'.repeat(1_000)}b\n1\n`],
])('[CO32] fails with a closed reason: %s', async (reason, text) => {
  await expect(chunks(text)).rejects.toThrow(reason)
})

it('reads 300 columns', async () => {
  const [only] = await chunks(`${Array.from({ length: 300 }, (_, i) => `c${String(i)}`).join(',')}\n1\n`)
  expect(only?.headers).toHaveLength(300)
})

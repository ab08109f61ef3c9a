import { expect, it } from 'vitest'
import { csvReader } from './csv-reader.ts'

function read(text: string, size = text.length, delimiter = ','): [row: number, ...cells: string[]][] {
  const reader = csvReader(delimiter)
  const rows = []
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
  rows.push(...reader.end())
  return rows.map(({ row, cells, broken }) => [row, ...(broken ? ['!'] : []), ...cells])
}

it('reads the same rows however the text is cut', () => {
  const text = 'a,b\n"x, ""y""\nz",2\n\n3,4\n"open,5\n6,7\n"bad"quote,8\n9,"10"'
  const whole = read(text)
  for (const size of [1, 2, 3, 7]) expect(read(text, size)).toEqual(whole)
  expect(whole).toEqual([
    [1, 'a', 'b'],
    [2, 'x, "y"\nz', '2'],
    [3, ''],
    [4, '3', '4'],
    [5, '!', '"open,5'],
    [6, '6', '7'],
    [7, '!', '"bad"quote,8'],
    [8, '9', '10'],
  ])
})

it('[CO33] a quote that never closes costs its own line and no other', () => {
  expect(read('n,p\nAnn,1\n"Bob,2\nCy,3\n')).toEqual([
    [1, 'n', 'p'],
    [2, 'Ann', '1'],
    [3, '!', '"Bob,2'],
    [4, 'Cy', '3'],
  ])
})

it('gives an open quote up after 128 kB instead of holding the file in memory', () => {
  const text = `n\n"open\n${'x,y\n'.repeat(100_000)}`
  const rows = read(text, 65_536)
  expect(rows).toHaveLength(100_002)
  expect(rows[1]).toEqual([2, '!', '"open'])
})

it('drops a line that is longer than a row may be, once', () => {
  const rows = read(`n\n${'z'.repeat(1_000_000)}\nend`, 65_536)
  expect(rows.map(([row]) => row)).toEqual([1, 2, 3])
  expect(rows[2]).toEqual([3, 'end'])
})

it('fails a file whose quotes break all the time', () => {
  expect(() => read('"a"b\n'.repeat(2_000), 4_096)).toThrow('broken-quotes')
})

import { expect, it } from 'vitest'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import { previewFile, type Preview } from './preview.ts'

type Read = Extract<Preview, { ok: true }>

async function read(text: string | Blob, options = {}): Promise<Read> {
  const preview = await previewFile(new Blob([text]), { country: 'ES', ...options })
  if (!preview.ok) throw new Error(preview.failure.reason)
  return preview
}

it('[CO34] the dry run says what would become of each of the first rows', async () => {
  const preview = await read('Nombre;Móvil;Etiquetas\nAna;612 345 678;vip\nLuis;6,12E+08;\nEva;;\n')
  expect(preview).toMatchObject({ encoding: 'utf-8', delimiter: ';', mapping: { 1: 'phone:1', 2: 'tags' } })
  expect(
    preview.rows.map(({ row, outcome }) => [row, outcome.kind === 'ready' ? outcome.tags : outcome.reason]),
  ).toEqual([
    [2, ['vip']],
    [3, 'scientific'],
    [4, 'empty'],
  ])
  const [first] = preview.rows
  expect(first?.outcome).toMatchObject({ kind: 'ready', fields: { [STANDARD_FIELDS.phone]: '+34612345678' } })
})

it('[CO34] a mapping made by hand is used instead of the proposal, which stays visible', async () => {
  const preview = await read('a,b\n612345678,Ana\n', { mapping: { 0: 'phone:1', 1: 'custom:Alias' } })
  expect(preview.mapping).toEqual({ 0: 'phone:1', 1: 'custom:Alias' })
  expect(preview.rows[0]?.outcome).toMatchObject({ kind: 'ready', fields: { Alias: 'Ana' } })
  expect(preview.columns.map(({ header, samples }) => [header, ...samples])).toEqual([
    ['a', '612345678'],
    ['b', 'Ana'],
  ])
})

it('[CO34] a field of the workspace is proposed for the column of its name', async () => {
  const fields = [{ id: 'Fd0000aa', name: 'Cliente desde' }]
  const preview = await read('Móvil,Cliente desde\n612345678,2019\n', { fields })
  expect(preview.columns[1]?.proposed).toBe('field:Fd0000aa')
})

it('a file without a column of numbers can still be mapped by hand', async () => {
  const preview = await read('name\nAna\n')
  expect(Object.values(preview.mapping).filter((target) => target.startsWith('phone'))).toEqual([])
  expect(preview.rows[0]?.outcome).toMatchObject({ kind: 'rejected', reason: 'empty' })
})

it('[CO32] a workbook is refused by name', async () => {
  const workbook = new Blob([new Uint8Array([0x50, 0x4b, 3, 4]), '[Content_Types].xml'])
  expect(await previewFile(workbook, { country: 'ES' })).toEqual({
    ok: false,
    failure: { reason: 'binary-file', kind: 'xlsx' },
  })
})

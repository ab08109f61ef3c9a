import { describe, expect, it } from 'vitest'
import { hasPhone, mapColumn, reread, startInput, type ImportChoices } from './import-choices.ts'

const choices: ImportChoices = {
  country: 'ES',
  mapping: { 0: 'phone' },
  tags: ['vip'],
  consentSource: '',
  consentDate: '2026-01-02',
}
const never = (): boolean => false

describe('import choices', () => {
  it('[UI5] an import needs a column of phone numbers', () => {
    expect(hasPhone({ 0: 'field:fullName', 3: 'phone:2' })).toBe(true)
    expect(hasPhone({ 0: 'field:fullName' })).toBe(false)
  })

  it('[UI5] a target moves to the column chosen last, unless several columns may fill it', () => {
    expect(mapColumn({ 0: 'phone', 1: 'email' }, 2, 'phone', never)).toEqual({ 1: 'email', 2: 'phone' })
    expect(mapColumn({ 0: 'tags' }, 1, 'tags', () => true)).toEqual({ 0: 'tags', 1: 'tags' })
  })

  it('[UI5] a column can be left out', () => {
    expect(mapColumn({ 0: 'phone', 1: 'email' }, 1, null, never)).toEqual({ 0: 'phone' })
  })

  it('[UI5] another delimiter drops a mapping made for other columns', () => {
    expect(reread(choices, { delimiter: ';' })).not.toHaveProperty('mapping')
  })

  it('[UI5] the import reads the file exactly as the preview did, and claims consent only with a source', () => {
    const read = { encoding: 'utf-8', delimiter: ';', mapping: { 0: 'phone' } }
    const input = startInput({ blobKey: 'k', name: 'a.csv' }, choices, read)
    expect(input).toMatchObject(read)
    expect(input).not.toHaveProperty('consent')
    const told = startInput({ blobKey: 'k', name: 'a.csv' }, { ...choices, consentSource: ' form ' }, read)
    expect(told.consent).toEqual({ source: 'form', date: '2026-01-02' })
  })
})

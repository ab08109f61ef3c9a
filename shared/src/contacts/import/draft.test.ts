import { describe, expect, it } from 'vitest'
import { STANDARD_FIELDS } from '../standard-fields.ts'
import type { FieldId } from '../../ids/index.ts'
import { rowToDraft, type Draft } from './draft.ts'
import { asMapping, asTarget, columnsOf, customNames, type Mapping } from './mapping.ts'

const { fullName, notes, phone, phone2, phone3 } = STANDARD_FIELDS
const mapping: Mapping = {
  0: `field:${fullName}`,
  1: 'phone:2',
  2: 'phone:1',
  3: 'tags',
  4: 'optOut',
  5: 'optIn',
  6: 'consentSource',
  7: 'consentDate',
  8: `field:${notes}`,
  9: 'custom:Shoe size',
}
const columns = columnsOf(mapping, () => 'shoesize' as FieldId)

function draft(row: string[], country = 'DE'): Draft {
  const reading = rowToDraft(row, columns, country)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.draft
}

describe('rowToDraft', () => {
  it('[CO11] reads number, fields, tags and custom fields', () => {
    expect(draft([' Ann ', '', '0151 12345678', 'VIP; Berlin', '', '', '', '', 'a\r\nb', '42'])).toEqual({
      phone: '+4915112345678',
      fields: { [phone]: '+4915112345678', [fullName]: 'Ann', [notes]: 'a\nb', shoesize: '42' },
      tags: ['VIP', 'Berlin'],
      optOut: false,
      consent: null,
    })
  })

  it('[CO11] takes a mobile before a landline, else the best column, and keeps the others', () => {
    expect(draft(['', '0170 1234567', '030 1234567']).fields).toEqual({
      [phone]: '+491701234567',
      [phone2]: '+49301234567',
    })
    expect(draft(['', '0170 1234567', '0151 12345678']).phone).toBe('+4915112345678')
    expect(draft(['', '', '030 1234567 ::: 0170 1234567 ::: 0151 12345678']).fields).toEqual({
      [phone]: '+491701234567',
      [phone2]: '+49301234567',
      [phone3]: '+4915112345678',
    })
  })

  it('[CO11] keeps a second number that is none as text', () => {
    expect(draft(['', 'ask Bob', '0151 12345678']).fields).toMatchObject({ [phone2]: 'ask Bob' })
  })

  it('[CO3] a rejected row names the reason, the value and its column', () => {
    expect(rowToDraft(['Ann', '', '6.28123E+12'], columns, 'ID')).toEqual({
      ok: false,
      reason: 'scientific',
      value: '6.28123E+12',
      column: 2,
    })
    expect(rowToDraft(['Ann', 'n/a', ''], columns, 'DE')).toMatchObject({ reason: 'letters', value: 'n/a', column: 1 })
    expect(rowToDraft(['Ann'], columns, 'DE')).toMatchObject({ reason: 'empty', value: '', column: 2 })
    expect(
      rowToDraft(
        [],
        columnsOf({}, () => notes),
        'DE',
      ),
    ).toMatchObject({ reason: 'empty', column: -1 })
    const long = rowToDraft(['Ann', '', '0151 12345678', '', '', '', '', '', 'x'.repeat(10_001)], columns, 'DE')
    expect(long).toMatchObject({ reason: 'too-long', column: 8 })
  })

  it.each(['yes', 'X', '1', 'true', 'sí', 'ja', 'да', 'نعم', 'STOP', '2026-01-02', '✓'])(
    '[CO12] %s in an opt-out column is an opt-out',
    (cell) => {
      expect(draft(['', '', '0151 12345678', '', cell]).optOut).toBe(true)
    },
  )

  it.each(['', ' ', 'no', 'No', '0', 'false', 'nein', 'não', 'нет', 'لا', 'नहीं', '-', 'n/a'])(
    '[CO12] %j in an opt-out column is none',
    (cell) => {
      expect(draft(['', '', '0151 12345678', '', cell]).optOut).toBe(false)
    },
  )

  it('[CO12] an opt-out beats an opt-in of the same row, and a said no to opt-in is an opt-out', () => {
    expect(draft(['', '', '0151 12345678', '', 'yes', 'yes'])).toMatchObject({ optOut: true, consent: null })
    expect(draft(['', '', '0151 12345678', '', '', 'no'])).toMatchObject({ optOut: true, consent: null })
  })

  it('[CO12] consent needs a yes or a date; a source alone is none', () => {
    const date = Date.UTC(2026, 0, 2)
    expect(draft(['', '', '0151 12345678', '', '', 'yes', 'Fair', '02.01.2026']).consent).toEqual({
      source: 'Fair',
      at: date,
    })
    expect(draft(['', '', '0151 12345678', '', '', '', 'Fair', '2026-01-02']).consent).toEqual({
      source: 'Fair',
      at: date,
    })
    expect(draft(['', '', '0151 12345678', '', '', '', 'Fair', '']).consent).toBeNull()
    expect(draft(['', '', '2025550123', '', '', '', '', '01/02/2026'], 'US').consent?.at).toBe(date)
    expect(draft(['', '', '07400 123456', '', '', '', '', '02/01/2026'], 'GB').consent?.at).toBe(date)
  })

  it('[CO3] a date of consent that is none rejects the row: evidence is not made up', () => {
    const reading = rowToDraft(['', '', '0151 12345678', '', '', 'yes', '', 'last spring'], columns, 'DE')
    expect(reading).toMatchObject({ ok: false, reason: 'consent-date', value: 'last spring', column: 7 })
    expect(rowToDraft(['', '', '0151 12345678', '', '', '', '', '31.02.2026'], columns, 'DE').ok).toBe(false)
  })

  it('[CO11] splits tags at semicolons, bars or Google’s colons, at commas only without these, and drops Google’s own', () => {
    const tagsOf = (cell: string): readonly string[] => draft(['', '', '0151 12345678', cell]).tags
    expect(tagsOf('a, b')).toEqual(['a', 'b'])
    expect(tagsOf('Smith, John; VIP')).toEqual(['Smith, John', 'VIP'])
    expect(tagsOf('Friends ::: * myContacts')).toEqual(['Friends'])
    expect(tagsOf('a|a|\u200b| b ')).toEqual(['a', 'b'])
  })

  it('[CO11] takes off the apostrophe that keeps a spreadsheet from computing', () => {
    expect(draft(["'=1+1", '', '0151 12345678']).fields[fullName]).toBe('=1+1')
    expect(draft(["'Ndrangheta", '', '0151 12345678']).fields[fullName]).toBe("'Ndrangheta")
  })
})

describe('mapping', () => {
  it('[CO10] takes only known targets and column numbers through the port', () => {
    expect(asMapping({ 0: 'phone:1', 3: 'custom:Shoe size' })).toEqual({ 0: 'phone:1', 3: 'custom:Shoe size' })
    expect(asMapping({ 0: 'phones' })).toBeUndefined()
    expect(asMapping({ a: 'tags' })).toBeUndefined()
    expect(asMapping(JSON.parse('{"__proto__":"tags"}') as Record<string, string>)).toBeUndefined()
    expect(asTarget('field:notanid')).toBeUndefined()
    expect(asTarget('custom: ')).toBeUndefined()
  })

  it('[CO10] names each custom field once', () => {
    expect(customNames({ 0: 'custom:a', 1: 'custom:a ', 2: 'custom:b', 3: 'tags' })).toEqual(['a', 'b'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactId, E164, OpId, TagId } from '../../ids/index.ts'
import type { ConsentState } from '../consent-doc.ts'
import type { Contact } from '../contact.ts'
import { STANDARD_FIELDS } from '../standard-fields.ts'
import { columnStarts, packColumns, patchColumns, rowAt } from './columns.ts'
import { ContactIndex, type PageQuery } from './contact-index.ts'
import { foldText } from './fold-text.ts'
import { indexRow, type IndexRow } from './index-row.ts'
import { searchTerms } from './matching-rows.ts'

const { phone, phone2, fullName, notes, city } = STANDARD_FIELDS
const [vip, lead] = ['tagvip00', 'taglead0'] as [TagId, TagId]
const all: PageQuery = { sort: 'name', descending: false, offset: 0, limit: 50 }

function row(n: number, name: string, more: Partial<Contact> = {}, consent: ConsentState = 'unknown'): IndexRow {
  const contact: Contact = {
    id: `contact${String(n).padStart(9, '0')}` as ContactId,
    tags: [],
    groups: [],
    deleted: false,
    createdAt: n,
    createdBy: 'op00000001' as OpId,
    ...more,
    fields: { [fullName]: name, ...more.fields },
  }
  return indexRow(contact, consent)
}

function index(...rows: IndexRow[]): ContactIndex {
  const made = new ContactIndex('de')
  for (const shard of [0, 1, 2]) made.put(shard, packColumns(rows.filter((_, i) => i % 3 === shard)))
  return made
}

function names(made: ContactIndex, query: Partial<PageQuery>): string[] {
  return made.page({ ...all, ...query }).rows.map(({ name }) => name)
}

describe('search', () => {
  it.each([
    ['MÜLLER', 'muller'],
    ['Straße', 'strasse'],
    ['ŁÓDŹ', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ｆｕｌｌ\u00a0width', 'full width'],
    ['ﷴ', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['Ёлка', 'елка'],
    ['한국', '한국'],
    ['ｶﾞ', 'ガ'],
  ])('[CO22] %s is found as %s', (text, folded) => {
    expect(foldText(text)).toContain(foldText(folded))
  })

  it('[CO22] finds any part of any field, every word of the query, in any order', () => {
    const made = index(
      row(1, 'Ann Müller', { fields: { [city]: 'Bonn', [notes]: 'likes\nred wine' } }),
      row(2, 'Bo Müller', { fields: { [city]: 'Ulm' } }),
    )
    expect(names(made, { search: 'muller' })).toEqual(['Ann Müller', 'Bo Müller'])
    expect(names(made, { search: 'BONN ller' })).toEqual(['Ann Müller'])
    expect(names(made, { search: ' red  wine ' })).toEqual(['Ann Müller'])
    expect(names(made, { search: 'bonn ulm' })).toEqual([])
  })

  it('[CO22] a number is found by its digits however it is written, with or without its country', () => {
    const made = index(row(1, 'Ann', { fields: { [phone]: '+4915112345678', [phone2]: '+49301234567' } }), row(2, 'Bo'))
    for (const search of ['+49 151 123', '0151 / 12345678', '0049 151', '12345678', '(030) 123-4567', '5112']) {
      expect(names(made, { search })).toEqual(['Ann'])
    }
    expect(names(made, { search: '0170' })).toEqual([])
    expect(searchTerms('7')).toEqual(['7'])
    expect(searchTerms('000')).toEqual(['000'])
    expect(searchTerms('  ')).toEqual([])
  })

  it('[CO22] a query with signs of patterns is only text', () => {
    const made = index(row(1, 'a.*b (c) [d] \\ + ? ^ $'), row(2, 'axxb'))
    expect(names(made, { search: 'a.*b' })).toEqual(['a.*b (c) [d] \\ + ? ^ $'])
  })

  it('[CO23] filters by tags, consent, operation and deletion, and counts what it lets through', () => {
    const made = index(
      row(1, 'Ann', { tags: [vip, lead] }, 'in'),
      row(2, 'Bo', { tags: [vip], createdBy: 'op00000002' as OpId }, 'out'),
      row(3, 'Cy', { tags: [lead], deleted: true }),
    )
    expect(names(made, { tags: [vip] })).toEqual(['Ann', 'Bo'])
    expect(names(made, { tags: [vip, lead] })).toEqual(['Ann'])
    expect(names(made, { consent: 'out' })).toEqual(['Bo'])
    expect(names(made, { operation: 'op00000002' })).toEqual(['Bo'])
    expect(names(made, { operation: 'op00000009' })).toEqual([])
    expect(names(made, { deleted: true })).toEqual(['Cy'])
    expect(made.page({ ...all, tags: [vip], limit: 1 })).toMatchObject({
      total: 2,
      matching: 2,
      rows: [{ name: 'Ann' }],
    })
    expect(made.tagCounts()).toEqual(
      new Map([
        [vip, 2],
        [lead, 1],
      ]),
    )
    expect(made.ids({ tags: [vip] })).toHaveLength(2)
  })

  it('[CO23] sorts names as the language does, numbers and times plainly, empty ones last either way', () => {
    const made = index(
      row(3, 'Zoe'),
      row(1, 'Äpfel'),
      row(2, 'bo'),
      row(4, ''),
      row(5, 'Ann', { fields: { [phone]: '+4915112345678' } }),
    )
    expect(names(made, {})).toEqual(['Ann', 'Äpfel', 'bo', 'Zoe', ''])
    expect(names(made, { descending: true })).toEqual(['Zoe', 'bo', 'Äpfel', 'Ann', ''])
    expect(names(made, { sort: 'created', descending: true })).toEqual(['Ann', '', 'Zoe', 'bo', 'Äpfel'])
    expect(names(made, { sort: 'phone' })[0]).toBe('Ann')
    const swedish = new ContactIndex('sv')
    swedish.put(0, packColumns([row(1, 'Äpple'), row(2, 'Zoe')]))
    expect(names(swedish, {})).toEqual(['Zoe', 'Äpple'])
  })

  it('[CO23] finds the contact of a number, not a deleted one', () => {
    const number = '+4915112345678' as E164
    const made = index(
      row(1, 'Ann', { fields: { [phone]: number }, deleted: true }),
      row(2, 'Bo', { fields: { [phone]: '+491701234567', [phone2]: number } }),
    )
    expect(made.withPhone(number)).toBe('contact000000002')
    expect(made.withPhone('+491511234567' as E164)).toBeUndefined()
    expect(made.allPhones().get(number)).toBe('contact000000002')
  })

  it('[CO24] columns give back the rows that were packed, also after patches', () => {
    const rows = [row(1, 'Ann', { tags: [vip] }, 'in'), row(2, 'Bo\nLee', { deleted: true }), row(3, 'Cy')]
    const columns = packColumns(rows)
    const read = (from: typeof columns): IndexRow[] =>
      Array.from({ length: from.count }, (_, i) => rowAt(from, columnStarts(from), i))
    expect(read(columns)).toEqual(rows)
    const renamed = row(3, 'Al')
    const patched = patchColumns(
      columns,
      new Map([
        [rows[0]!.id, undefined],
        [renamed.id, renamed],
      ]),
    )
    expect(read(patched)).toEqual([renamed, rows[1]])
  })

  it('[CO24] pages after any run of updates are those of an index made from scratch', () => {
    const change = fc.record({
      n: fc.nat(30),
      name: fc.constantFrom('Ann', 'ann', 'Äpfel', 'Zoe', '', 'bo'),
      gone: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.boolean(), (changes, descending) => {
        const made = new ContactIndex('de')
        const rows = new Map<number, IndexRow>()
        changes.forEach(({ n, name, gone }, i) => {
          const updated = gone ? undefined : row(n, name)
          made.update(n % 8, row(n, '').id, updated)
          if (updated) rows.set(n, updated)
          else rows.delete(n)
          if (i % 5 === 0) made.page(all)
        })
        const scratch = new ContactIndex('de')
        for (let shard = 0; shard < 8; shard++) {
          scratch.put(shard, packColumns([...rows].filter(([n]) => n % 8 === shard).map(([, made]) => made)))
        }
        const look = (from: ContactIndex): string[] => names(from, { descending })
        expect(look(made)).toEqual(look(scratch))
        expect(made.page(all).total).toBe(rows.size)
      }),
      { numRuns: 100 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { ContactId, E164, FieldId, OpId, TagId } from '../../ids/index.ts'
import { readContact } from '../contact-doc.ts'
import { createContact, setField } from '../contact-write.ts'
import { STANDARD_FIELDS } from '../standard-fields.ts'
import type { Draft } from './draft.ts'
import { applyMerge, mergeDraft, planImport } from './import-plan.ts'

const { phone, phone2, phone3, fullName, city } = STANDARD_FIELDS
const ids = ['contact000000001', 'contact000000002', 'contact000000003'] as ContactId[]
const [ann, bo] = ids as [ContactId, ContactId]
const [vip, lead] = ['tagvip00', 'taglead0'] as [TagId, TagId]
const [op1, op2] = ['op00000001', 'op00000002'] as [OpId, OpId]

function draft(number: string, fields: Partial<Record<FieldId, string>> = {}, tags: string[] = []): Draft {
  return { phone: number as E164, fields: { [phone]: number, ...fields }, tags, optOut: false, consent: null }
}

const tagIds = (names: readonly string[]): TagId[] => names as TagId[]

describe('mergeDraft', () => {
  const existing = { fields: { [phone]: '+4915112345678', [fullName]: 'Ann' }, tags: [vip], groups: [] }

  it('[CO13] fills only what is empty and adds tags', () => {
    const row = draft('+4915112345678', { [fullName]: 'Anna', [city]: 'Bonn' })
    expect(mergeDraft(existing, row, [vip, lead, lead])).toEqual({ fields: [[city, 'Bonn']], tags: [lead] })
  })

  it('[CO13] puts a new number into the first free place and none twice', () => {
    const row = draft('+4915112345678', { [phone2]: '+491701234567', [phone3]: '+4915112345678' })
    expect(mergeDraft(existing, row, []).fields).toEqual([[phone2, '+491701234567']])
  })

  it('[CO13] writes overlays under the import’s operation and answers what they replaced', () => {
    const m = new Map<string, unknown>()
    createContact(m, ann, existing, 1, op1)
    const changes = applyMerge(m, ann, { fields: [[city, 'Bonn']], tags: [lead] }, op2)
    expect(changes).toEqual([
      { key: `${ann}/f/${city}`, replaced: null, before: null },
      { key: `${ann}/t/${lead}`, replaced: null, before: 0 },
    ])
    expect(readContact(m, ann)).toMatchObject({ fields: { [city]: 'Bonn', [fullName]: 'Ann' }, tags: [vip, lead] })
  })

  it('[CO13] fills a field that a person has cleared, and history knows what stood there', () => {
    const m = new Map<string, unknown>()
    createContact(m, ann, existing, 1, op1)
    setField(m, ann, fullName, null, op1)
    const contact = readContact(m, ann)
    expect(contact && mergeDraft(contact, draft('+4915112345678', { [fullName]: 'Anna' }), []).fields).toEqual([
      [fullName, 'Anna'],
    ])
  })
})

describe('planImport', () => {
  it('[CO14] the first row with a number makes the contact, later ones fill it in and count as merged', () => {
    const rows = [
      draft('+4915112345678', { [fullName]: 'Ann' }, [vip]),
      draft('+491701234567', { [city]: 'Bonn' }),
      draft('+4915112345678', { [fullName]: 'Anna', [city]: 'Ulm' }, [lead]),
    ]
    let next = 0
    const plan = planImport(
      rows,
      (number) => (number === '+491701234567' ? bo : undefined),
      tagIds,
      () => ids[next++]!,
    )
    expect(plan).toMatchObject({ imported: 1, merged: 2, merge: [{ id: bo, draft: rows[1] }] })
    expect(plan.create).toMatchObject([
      {
        id: ann,
        content: { fields: { [phone]: '+4915112345678', [fullName]: 'Ann', [city]: 'Ulm' }, tags: [vip, lead] },
        drafts: [rows[0], rows[2]],
      },
    ])
  })

  it('[CO14] counts every row exactly once', () => {
    const rows = ['+4915112345678', '+4915112345678', '+491701234567', '+4915112345678'].map((number) => draft(number))
    const plan = planImport(
      rows,
      () => undefined,
      tagIds,
      () => ann,
    )
    expect(plan.imported + plan.merged).toBe(rows.length)
  })
})

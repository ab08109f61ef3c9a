import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ContactId, DocMap, GroupId, OpId, TagId } from '../ids/index.ts'
import { displayName, phonesOf } from './contact.ts'
import { decodeBase, encodeBase } from './contact-base.ts'
import { createdBy, joinsOf, readContact, readContacts } from './contact-doc.ts'
import { parseContactKey } from './contact-keys.ts'
import { createContact, setDeleted, setField, setGroup, setJoined, setTag } from './contact-write.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'

const { phone, fullName, firstName, lastName, company, website } = STANDARD_FIELDS
const [ann, bo] = ['contact000000001', 'contact000000002'] as [ContactId, ContactId]
const [vip, lead] = ['tagvip00', 'taglead0'] as [TagId, TagId]
const group = 'group001' as GroupId
const [op1, op2, op3] = ['op00000001', 'op00000002', 'op00000003'] as [OpId, OpId, OpId]
const content = {
  fields: { [phone]: '+4915112345678', [fullName]: 'Ann', [website]: 'a.example' },
  tags: [vip],
  groups: [group],
}

function shard(): DocMap {
  const m: DocMap = new Y.Doc().getMap('m')
  createContact(m, ann, content, 1000, op1)
  return m
}

describe('a contact in its document', () => {
  it('[CO4] reads back what was written, with its provenance', () => {
    expect(readContact(shard(), ann)).toEqual({ ...content, id: ann, deleted: false, createdAt: 1000, createdBy: op1 })
  })

  it('[CO4] is a positional array led by its schema and ended by its operation, without empty tail', () => {
    expect(encodeBase({ fields: { [phone]: '+4915112345678' }, tags: [], groups: [] }, 7, op1)).toEqual([
      1,
      7,
      null,
      null,
      null,
      '+4915112345678',
      op1,
    ])
  })

  it('[CO4] ignores places a newer Parley appended', () => {
    const newer = [
      2,
      ...encodeBase({ ...content, fields: { ...content.fields, [STANDARD_FIELDS.notes]: 'n' } }, 5, op1).slice(1, -1),
      'new',
      { a: 1 },
      op2,
    ]
    expect(decodeBase(newer)).toMatchObject({ fields: { [STANDARD_FIELDS.notes]: 'n' }, tags: [vip], createdBy: op2 })
  })

  it.each([[null], ['text'], [[]], [[1]], [['1', 2, op1]], [[1, 2, 3]], [{ schema: 1 }]])(
    '[CO4] takes %j for no contact',
    (base) => {
      expect(decodeBase(base)).toBeUndefined()
    },
  )

  it('[CO4] a base is written once', () => {
    const m = shard()
    expect(createContact(m, ann, { fields: {}, tags: [], groups: [] }, 2, op2)).toBe(false)
    expect(readContact(m, ann)?.createdBy).toBe(op1)
  })

  it('[CO5] an edit overlays the base and answers what it replaced', () => {
    const m = shard()
    expect(setField(m, ann, fullName, 'Anna', op2)).toEqual({
      key: `${ann}/f/${fullName}`,
      replaced: null,
      before: 'Ann',
    })
    expect(setField(m, ann, fullName, null, op3)).toEqual({
      key: `${ann}/f/${fullName}`,
      replaced: op2,
      before: 'Anna',
    })
    expect(readContact(m, ann)?.fields).not.toHaveProperty(fullName)
    expect(m.get(`${ann}/f/${fullName}`)).toEqual([null, op3])
  })

  it('[CO5] writes nothing when nothing changes or the contact is not here', () => {
    const m = shard()
    expect(setField(m, ann, fullName, 'Ann', op2)).toBeUndefined()
    expect(setField(m, ann, company, '', op2)).toBeUndefined()
    expect(setTag(m, ann, vip, true, op2)).toBeUndefined()
    expect(setTag(m, ann, lead, false, op2)).toBeUndefined()
    expect(setField(m, bo, fullName, 'Bo', op2)).toBeUndefined()
    expect([...m.keys()]).toEqual([ann])
  })

  it('[CO5] a tag or group of the base can be taken off and another put on', () => {
    const m = shard()
    setTag(m, ann, vip, false, op2)
    setTag(m, ann, lead, true, op2)
    setGroup(m, ann, group, false, op2)
    expect(readContact(m, ann)).toMatchObject({ tags: [lead], groups: [] })
  })

  it('[CO5] a deleted contact stays, and restored shows what was edited meanwhile', () => {
    const m = shard()
    setDeleted(m, ann, true, op2)
    setField(m, ann, fullName, 'Anna', op3)
    expect(readContact(m, ann)).toMatchObject({ deleted: true })
    setDeleted(m, ann, false, op3)
    expect(readContact(m, ann)).toMatchObject({ deleted: false, fields: { [fullName]: 'Anna' } })
  })

  it('[CO5] says on either side who is joined', () => {
    const m = shard()
    setJoined(m, ann, bo, true, op2)
    expect(joinsOf(m, ann)).toEqual([bo])
    setJoined(m, ann, bo, false, op2)
    expect(joinsOf(m, ann)).toEqual([])
  })

  it('[CO5] keeps keys and overlay items it does not know', () => {
    const m = shard()
    m.set(`${ann}/x/whatever`, ['kept', op2])
    m.set(`${ann}/f/${fullName}`, ['Anna', op2, 'newer'])
    m.set(`${bo}/f/${fullName}`, ['nobody', op2])
    m.set(`${ann}/f/${company}`, 'broken')
    expect(readContact(m, ann)?.fields).toEqual({ ...content.fields, [fullName]: 'Anna' })
    setField(m, ann, fullName, 'Anne', op3)
    expect(m.get(`${ann}/x/whatever`)).toEqual(['kept', op2])
    expect([...readContacts(m)].map(({ id }) => id)).toEqual([ann])
  })

  it('[CO4] finds the contacts an operation made', () => {
    const m = shard()
    createContact(m, bo, content, 1, op2)
    expect(createdBy(m, op2)).toEqual([bo])
  })
})

describe('parseContactKey', () => {
  it('[CO6] knows every kind of key', () => {
    expect(
      [ann, `${ann}/f/${phone}`, `${ann}/t/${vip}`, `${ann}/g/${group}`, `${ann}/d`, `${ann}/m/${bo}`].map(
        (key) => parseContactKey(key)?.kind,
      ),
    ).toEqual(['base', 'field', 'tag', 'group', 'deleted', 'joined'])
  })

  it.each([
    `${ann}/f/Full name`,
    `${ann}/f/`,
    `${ann}/t/VIP`,
    `${ann}/d/1`,
    `${ann}/`,
    'short',
    `${ann}~1`,
    `${ann}/m/${ann}x`,
    '',
  ])('[CO6] %j is no key: names hold ids only', (key) => {
    expect(parseContactKey(key)).toBeUndefined()
  })
})

describe('a contact', () => {
  it('[CO4] is called by its full name, its parts, or what it has instead', () => {
    const nameOf = (fields: Record<string, string>): string => displayName({ fields, tags: [], groups: [] })
    expect(nameOf({ [fullName]: 'Ann Lee', [firstName]: 'A' })).toBe('Ann Lee')
    expect(nameOf({ [firstName]: 'Ann', [lastName]: 'Lee' })).toBe('Ann Lee')
    expect(nameOf({ [company]: 'Lee Ltd' })).toBe('Lee Ltd')
    expect(nameOf({})).toBe('')
  })

  it('[CO4] has each of its numbers once, text in a number’s place is none', () => {
    const fields = {
      [phone]: '+4915112345678',
      [STANDARD_FIELDS.phone2]: 'ask Bob',
      [STANDARD_FIELDS.phone3]: '+4915112345678',
    }
    expect(phonesOf({ fields })).toEqual(['+4915112345678'])
  })
})

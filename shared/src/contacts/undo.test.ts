import { describe, expect, it } from 'vitest'
import type { ContactId, OpId, TagId } from '../ids/index.ts'
import { createdBy, readContact } from './contact-doc.ts'
import { deletedKey, fieldKey } from './contact-keys.ts'
import { createContact, setDeleted, setField, setTag, type Change } from './contact-write.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'
import { applyUndo, planUndo } from './undo.ts'

const { fullName, city, company } = STANDARD_FIELDS
const ann = 'contact000000001' as ContactId
const vip = 'tagvip00' as TagId
const [made, op, person, undo] = ['op00000001', 'op00000002', 'op00000003', 'op00000004'] as [OpId, OpId, OpId, OpId]
const content = { fields: { [fullName]: 'Ann', [company]: 'Lee' }, tags: [vip], groups: [] }

function start(): Map<string, unknown> {
  const m = new Map<string, unknown>()
  createContact(m, ann, content, 1, made)
  return m
}

function done(...changes: (Change | undefined)[]): Change[] {
  return changes.filter((change) => change !== undefined)
}

describe('undo', () => {
  it('[CO19] deletes overlays that were not there and writes back what was', () => {
    const m = start()
    setField(m, ann, company, 'Old Ltd', made)
    const before = readContact(m, ann)
    const changes = done(
      setField(m, ann, city, 'Bonn', op),
      setField(m, ann, company, 'New Ltd', op),
      setTag(m, ann, vip, false, op),
      setDeleted(m, ann, true, op),
    )
    const plan = planUndo(m, op, changes, [])
    applyUndo(m, plan, undo)
    expect(plan.leftAlone).toEqual([])
    expect(readContact(m, ann)).toEqual(before)
    expect(m.get(fieldKey(ann, company))).toEqual(['Old Ltd', undo])
    expect(m.has(fieldKey(ann, city))).toBe(false)
  })

  it('[CO19] leaves alone, and reports, what somebody changed since', () => {
    const m = start()
    const changes = done(setField(m, ann, city, 'Bonn', op), setField(m, ann, company, 'New', op))
    setField(m, ann, city, 'Ulm', person)
    const plan = planUndo(m, op, changes, [])
    expect(plan).toEqual({
      remove: [fieldKey(ann, company)],
      write: [],
      leftAlone: [{ key: fieldKey(ann, city), by: person }],
    })
    applyUndo(m, plan, undo)
    expect(readContact(m, ann)?.fields).toMatchObject({ [city]: 'Ulm', [company]: 'Lee' })
  })

  it('[CO19] puts back what stood before the operation, not between two of its writes', () => {
    const m = start()
    const changes = done(setField(m, ann, city, 'Bonn', op), setField(m, ann, city, 'Ulm', op))
    applyUndo(m, planUndo(m, op, changes, []), undo)
    expect(readContact(m, ann)?.fields).not.toHaveProperty(city)
  })

  it('[CO19] deletes the contacts the operation made, unless another operation stands on them', () => {
    const m = start()
    setField(m, ann, city, 'Bonn', made)
    expect(planUndo(m, made, [], createdBy(m, made)).write).toEqual([{ key: deletedKey(ann), value: 1 }])
    setField(m, ann, company, 'Mine', person)
    expect(planUndo(m, made, [], [ann])).toEqual({
      remove: [],
      write: [],
      leftAlone: [{ key: fieldKey(ann, company), by: person }],
    })
  })

  it('[CO19] done twice changes nothing the second time', () => {
    const m = start()
    const changes = done(setField(m, ann, city, 'Bonn', op))
    applyUndo(m, planUndo(m, op, changes, []), undo)
    expect(planUndo(m, op, changes, [])).toEqual({ remove: [], write: [], leftAlone: [] })
    applyUndo(m, planUndo(m, made, [], [ann]), undo)
    expect(planUndo(m, made, [], [ann])).toEqual({ remove: [], write: [], leftAlone: [] })
  })

  it('[CO19] answers its own changes, for history', () => {
    const m = start()
    const changes = done(setField(m, ann, city, 'Bonn', op))
    expect(applyUndo(m, planUndo(m, op, changes, []), undo)).toEqual([
      { key: fieldKey(ann, city), replaced: op, before: 'Bonn' },
    ])
  })
})

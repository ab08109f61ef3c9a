import { describe, expect, it } from 'vitest'
import type { FieldId, GroupId, OpId, WorkspaceId } from '../ids/index.ts'
import { acknowledgeNotice, readNotice } from './notice-doc.ts'
import {
  ensureTag,
  readConsentRequired,
  readFields,
  readGroups,
  readPolicy,
  readTags,
  renameTag,
  setFieldName,
  setGroupName,
  setPolicy,
} from './workspace-doc.ts'

const workspace = 'workspace0000001' as WorkspaceId
const op = 'op00000001' as OpId

describe('the workspace’s documents', () => {
  it('[CO21] hold name and country, changed one by one', () => {
    const rule = new Map<string, unknown>()
    expect(readPolicy(rule)).toBeUndefined()
    setPolicy(rule, { name: 'Acme', country: 'DE' }, op)
    setPolicy(rule, { country: 'AT' }, op)
    expect(readPolicy(rule)).toEqual({ name: 'Acme', country: 'AT' })
  })

  it('[CO21] hold fields and groups under ids, listed by name', () => {
    const m = new Map<string, unknown>()
    setFieldName(m, 'field001' as FieldId, 'Shoe size', op)
    setFieldName(m, 'field002' as FieldId, 'Allergies', op)
    setGroupName(m, 'group001' as GroupId, 'Choir', op)
    m.set('f/not-an-id', [1, 'x', op])
    expect(readFields(m).map(({ name }) => name)).toEqual(['Allergies', 'Shoe size'])
    expect(readGroups(m)).toEqual([{ id: 'group001', name: 'Choir' }])
  })

  it('[QU23] hold who acknowledged the notice first, and when', () => {
    const rule = new Map<string, unknown>()
    expect(readNotice(rule)).toBeUndefined()
    acknowledgeNotice(rule, { at: 1000, by: 'ann' }, op)
    acknowledgeNotice(rule, { at: 2000, by: 'bob' }, op)
    expect(readNotice(rule)).toEqual({ at: 1000, by: 'ann' })
  })

  it('[QU8] say whether consent is needed; it is not unless they say so', () => {
    expect(readConsentRequired(new Map())).toBe(false)
    expect(readConsentRequired(new Map<string, unknown>([['consentRequired', [1, 1, op]]]))).toBe(true)
  })

  it('[CO20] a tag made twice is one, also by the name it has been given since', () => {
    const work = new Map<string, unknown>()
    const id = ensureTag(work, workspace, ' VIP ', op)!
    expect(ensureTag(work, workspace, 'vip', op)).toBe(id)
    renameTag(work, id, 'Gold', op)
    expect(ensureTag(work, workspace, 'GOLD', op)).toBe(id)
    expect(ensureTag(work, workspace, 'VIP', op)).toBe(id)
    expect(readTags(work)).toEqual([{ id, name: 'Gold' }])
    expect(ensureTag(work, workspace, '\u200b ', op)).toBeUndefined()
  })

  it('[CO20] no word a person typed stands in a key', () => {
    const work = new Map<string, unknown>()
    ensureTag(work, workspace, 'HIV positive', op)
    expect([...work.keys()].join()).not.toMatch(/hiv/i)
  })
})

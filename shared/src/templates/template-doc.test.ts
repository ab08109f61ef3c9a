import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { OpId, TagId, TemplateId } from '../ids/index.ts'
import { createDraft, draftBody, listDrafts, readDraft } from './draft-doc.ts'
import {
  listVersions,
  nextVersionNumber,
  parseVersionKey,
  publishVersion,
  readVersion,
  type TemplateVersion,
} from './version-doc.ts'

const id = 'tmpl0001' as TemplateId
const version = (number: number): TemplateVersion => ({
  template: id,
  number,
  name: 'Greeting',
  body: `Hi {{ firstName }} ${number}`,
  locale: 'en-GB',
  timeZone: 'Europe/London',
  by: 'member1',
  at: 1_790_000_000_000,
  opId: 'op00000001' as OpId,
})

it('[TE8] a published version is read back as it was and never replaced', () => {
  const doc = new Map<string, unknown>()
  const key = publishVersion(doc, version(nextVersionNumber(doc, id)))
  publishVersion(doc, version(nextVersionNumber(doc, id)))
  expect(key).toBe('tmpl0001.1')
  expect(readVersion(doc, key)).toEqual(version(1))
  expect(listVersions(doc, id).map(({ number }) => number)).toEqual([2, 1])
  expect(() => publishVersion(doc, version(1))).toThrow('published already')
})

it('[TE8] a version of a later format is left alone, and its number counts', () => {
  const doc = new Map<string, unknown>([['tmpl0001.7', { format: 2, body: ['new'] }]])
  expect(readVersion(doc, 'tmpl0001.7')).toBeUndefined()
  expect(nextVersionNumber(doc, id)).toBe(8)
  for (const key of ['tmpl0001', 'tmpl0001.0', 'tmpl0001.1.1', 'tmpl1.1', 'tmpl0001.x']) {
    expect(parseVersionKey(key)).toBeUndefined()
  }
})

it('[TE10] two people typing in one draft keep both their words', () => {
  const [left, right] = [new Y.Doc(), new Y.Doc()]
  const draft = createDraft(left.getMap('m'), id, { name: 'Greeting', body: 'Hi !', locale: 'en', timeZone: 'UTC' })
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
  draftBody(draft)?.insert(3, 'Anna')
  const other = right.getMap('m').get(id) as Y.Map<unknown>
  ;(other.get('tags') as Y.Map<unknown>).set('tag00001', 1)
  draftBody(other)?.insert(4, ' How are you?')
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
  expect(readDraft(left.getMap('m'), id)).toEqual(readDraft(right.getMap('m'), id))
  expect(listDrafts(left.getMap('m'))).toEqual([
    {
      id,
      name: 'Greeting',
      folder: '',
      body: 'Hi Anna! How are you?',
      tags: ['tag00001' as TagId],
      locale: 'en',
      timeZone: 'UTC',
      archived: false,
    },
  ])
})

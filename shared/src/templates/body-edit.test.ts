import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TemplateId } from '../ids/index.ts'
import { applyEdit, bodyEdit, mergeBodies } from './body-edit.ts'
import { createDraft, draftBody, setDraftBody } from './draft-doc.ts'

const id = 'tmpl0001' as TemplateId
const words = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '👋', '👍', '👨‍👩‍👧'), { maxLength: 12 })
  .map((all) => all.join(''))

describe('the difference a saved body makes', () => {
  it('[TE10] is the stretch between what both begin and end with', () => {
    expect(bodyEdit('Hi Anna, bye', 'Hi Anna and Bob, bye')).toEqual({ at: 7, remove: 0, insert: ' and Bob' })
    expect(bodyEdit('Hi Anna', 'Hi Bob')).toEqual({ at: 3, remove: 4, insert: 'Bob' })
    expect(bodyEdit('aaa', 'aa')).toEqual({ at: 2, remove: 1, insert: '' })
    expect(bodyEdit('same', 'same')).toEqual({ at: 4, remove: 0, insert: '' })
  })

  it('[TE10] turns one text into the other and cuts no emoji', () => {
    expect(bodyEdit('👋', '👍')).toEqual({ at: 0, remove: 2, insert: '👍' })
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(applyEdit(before, bodyEdit(before, after))).toBe(after)
        const doc = new Y.Doc()
        const draft = createDraft(doc.getMap('m'), id, { name: '', body: before, locale: 'en', timeZone: 'UTC' })
        setDraftBody(draft, after)
        expect(draftBody(draft)?.toJSON()).toBe(after)
      }),
    )
  })
})

describe('two people saving whole bodies', () => {
  it('[TE10] apart, both keep their words when their devices meet', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()]
    const draft = createDraft(left.getMap('m'), id, { name: '', body: 'Hi!\n\nBye', locale: 'en', timeZone: 'UTC' })
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
    const other = right.getMap('m').get(id) as Y.Map<unknown>
    setDraftBody(draft, 'Hi Anna!\n\nBye')
    setDraftBody(other, 'Hi!\n\nBye, see you')
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
    expect(draftBody(draft)?.toJSON()).toBe('Hi Anna!\n\nBye, see you')
    expect(draftBody(other)?.toJSON()).toBe('Hi Anna!\n\nBye, see you')
  })

  it('[TE10] of one base, have all the words of both in the merged text', () => {
    expect(mergeBodies('Hi!\nBye', 'Hi Anna!\nBye', 'Hi!\nBye, see you')).toBe('Hi Anna!\nBye, see you')
    expect(mergeBodies('Hi!\nBye', 'Hi!\nBye, see you', 'Hi Anna!\nBye')).toBe('Hi Anna!\nBye, see you')
    expect(mergeBodies('Hi X', 'Hi Anna', 'Hi Bob')).toBe('Hi BobAnna')
    expect(mergeBodies('Hi', 'Hi there', 'Hi there')).toBe('Hi there')
  })

  it('[TE10] lose nothing that either typed, wherever they typed it', () => {
    const place = fc.nat({ max: 40 })
    fc.assert(
      fc.property(words, place, place, (base, mine, theirs) => {
        const typed = (at: number, word: string): string => {
          const letters = Array.from(base)
          return [...letters.slice(0, at), word, ...letters.slice(at)].join('')
        }
        const merged = mergeBodies(base, typed(mine, 'MINE'), typed(theirs, 'THEIRS'))
        expect(merged).toContain('MINE')
        expect(merged).toContain('THEIRS')
        expect(merged.replace('MINE', '').replace('THEIRS', '')).toBe(base)
        expect(mergeBodies(base, base, merged)).toBe(merged)
        expect(mergeBodies(base, merged, base)).toBe(merged)
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffBodies } from './diff.ts'

it('[TE9] a changed word is shown inside its line, an unchanged line stays whole', () => {
  expect(diffBodies('Hi Anna,\nsee you today.\nBye', 'Hi Anna,\nsee you tomorrow.\nBye')).toEqual([
    { kind: 'same', text: 'Hi Anna,\nsee you ' },
    { kind: 'removed', text: 'today' },
    { kind: 'added', text: 'tomorrow' },
    { kind: 'same', text: '.\nBye' },
  ])
  expect(diffBodies('a\nb\nc\n', 'a\nc\nd\n')).toEqual([
    { kind: 'same', text: 'a\n' },
    { kind: 'removed', text: 'b\n' },
    { kind: 'same', text: 'c\n' },
    { kind: 'added', text: 'd\n' },
  ])
  expect(diffBodies('same', 'same')).toEqual([{ kind: 'same', text: 'same' }])
})

it('[TE9] both versions can be read back from the diff', () => {
  const body = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '{{ x }}', 'é', '🙂', '.'), { maxLength: 40 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(body, body, (before, after) => {
      const parts = diffBodies(before, after)
      const read = (other: string): string =>
        parts.flatMap(({ kind, text }) => (kind === 'same' || kind === other ? text : [])).join('')
      expect(read('removed')).toBe(before)
      expect(read('added')).toBe(after)
    }),
    { numRuns: 1000 },
  )
})

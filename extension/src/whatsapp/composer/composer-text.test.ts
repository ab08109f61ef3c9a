import { expect, it } from 'vitest'
import { isInserted } from './composer-text.ts'

it.each([
  ['', 'Hello', 'Hello'],
  ['Dear , bye', 'Dear Ana, bye', 'Ana'],
  ['abab', 'ababab', 'ab'],
  ['x\n', 'x\ny\nz', 'y\nz'],
])('[WA10] from %o to %o the text %o was inserted', (before, after, text) => {
  expect(isInserted(before, after, text)).toBe(true)
})

it.each([
  ['', '', 'Hello'],
  ['', 'HelloHello', 'Hello'],
  ['draft', 'Hello', 'Hello'],
  ['', 'Line one Line two', 'Line one\nLine two'],
  ['abc', 'xyzHi', 'Hi'],
])('[WA10] from %o to %o is not an insertion of %o', (before, after, text) => {
  expect(isInserted(before, after, text)).toBe(false)
})

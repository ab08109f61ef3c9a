import { expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { panelWidth, recallWidth, rememberWidth } from './width.ts'

it.each([
  [400.4, 400],
  [10, 340],
  [9_999, 460],
  [Number.NaN, 380],
  ['400', 380],
  [undefined, 380],
])('[WA12] a panel asked to be %o wide is %d pixels wide', (wanted, width) => {
  expect(panelWidth(wanted)).toBe(width)
})

it('[WA12] the width is remembered', async () => {
  fakeBrowser.reset()
  expect(await recallWidth()).toBe(380)
  await rememberWidth(420)
  expect(await recallWidth()).toBe(420)
})

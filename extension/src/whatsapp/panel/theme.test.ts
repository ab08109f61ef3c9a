import { expect, it } from 'vitest'
import { themeOf } from './theme.ts'

it.each([
  ['web dark', 'rgb(255, 255, 255)', 'dark'],
  ['web light', 'rgb(0, 0, 0)', 'light'],
  ['web', 'rgb(12, 19, 23)', 'dark'],
  ['web', 'rgb(240, 242, 245)', 'light'],
  ['', 'rgba(0, 0, 0, 0)', 'light'],
  ['darkness', '', 'light'],
])('[WA14] classes %o on background %o are %s', (classes, background, theme) => {
  expect(themeOf({ classes, background })).toBe(theme)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WINDOW_ROWS, windowsFor } from './windows.ts'

it('[UI4] every row on screen is in exactly one window, and windows off screen are not asked for', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(80), (from, height) => {
      const windows = windowsFor(from, from + height)
      const rows = windows.flatMap((window) =>
        Array.from({ length: window.to - window.from }, (_, i) => window.from + i),
      )
      expect(rows).toEqual(Array.from({ length: height }, (_, i) => from + i))
      for (const { index, from: first } of windows) expect(Math.floor(first / WINDOW_ROWS)).toBe(index)
      expect(windows.length).toBeLessThanOrEqual(2)
    }),
  )
})

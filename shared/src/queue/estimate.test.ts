import { expect, it } from 'vitest'
import { estimateSeconds } from './estimate.ts'
import { DEFAULT_PACING, type PacingPolicy } from './pacing.ts'

const DAY = 24 * 60 * 60
const policy: PacingPolicy = {
  spacing: { least: 8_000, most: 12_000 },
  warmPerDay: 1_000_000,
  coldPerDay: 20,
  unanswered: 2,
  hours: undefined,
}

it('[QU24] within a day it is the mean spacing from the first to the last message', () => {
  expect(estimateSeconds(policy, { warm: 0, cold: 0 })).toBe(0)
  expect(estimateSeconds(policy, { warm: 1, cold: 0 })).toBe(0)
  expect(estimateSeconds(policy, { warm: 0, cold: 20 })).toBe(190)
  expect(estimateSeconds({ ...policy, spacing: { least: 0, most: 0 } }, { warm: 500, cold: 5 })).toBe(0)
})

it('[QU24] what is over a cap, or over what the spacing lets through in a day, takes another day', () => {
  expect(estimateSeconds(policy, { warm: 0, cold: 21 })).toBe(DAY)
  expect(estimateSeconds(policy, { warm: 0, cold: 65 })).toBe(3 * DAY + 40)
  expect(estimateSeconds(policy, { warm: 8_641, cold: 0 })).toBe(DAY)
  expect(estimateSeconds(policy, { warm: 0, cold: 5 }, { warm: 0, cold: 0 })).toBe(DAY + 40)
  expect(estimateSeconds(policy, { warm: 0, cold: 5 }, { warm: 0, cold: 3 })).toBe(DAY + 10)
})

it('[QU24] closed hours and days make it longer', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: 600, to: 660 }
  expect(estimateSeconds({ ...policy, hours }, { warm: 361, cold: 0 })).toBe((DAY * 7) / 5)
  expect(estimateSeconds(DEFAULT_PACING, { warm: 0, cold: 21 })).toBe((DAY * 7) / 6)
})

it('[QU24] what this pace never lets out has no estimate', () => {
  expect(estimateSeconds({ ...policy, coldPerDay: 0 }, { warm: 0, cold: 1 })).toBeUndefined()
  expect(estimateSeconds({ ...policy, coldPerDay: 0 }, { warm: 1, cold: 0 })).toBe(0)
  expect(estimateSeconds({ ...policy, warmPerDay: 0 }, { warm: 1, cold: 0 })).toBeUndefined()
  expect(estimateSeconds({ ...policy, hours: { days: [], from: 0, to: 60 } }, { warm: 1, cold: 0 })).toBeUndefined()
})

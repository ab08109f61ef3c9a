import { expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

it('forecasts by the pace seen so far, and says nothing after too short a look', () => {
  const first = { at: 10_000, done: 100 }
  expect(timeLeft(first, { at: 11_000, done: 200 }, 1_000)).toBe(undefined)
  expect(timeLeft(first, { at: 14_000, done: 300 }, 1_000)).toBe(14_000)
  expect(timeLeft(first, { at: 14_000, done: 100 }, 1_000)).toBe(undefined)
})

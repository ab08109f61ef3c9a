import { expect, it } from 'vitest'
import { isOpen, openInAll } from './business-hours.ts'
import { zonesOf } from './zones.ts'

const hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 20 * 60 }
const tuesday = Date.UTC(2026, 10, 24, 7)

it('[QU9] hours are those of the country of the number; of a country with many zones, open in each of them', () => {
  expect(openInAll(hours, zonesOf('+4930231250', 'UTC'), tuesday)).toBe(Date.UTC(2026, 10, 24, 8))
  const american = zonesOf('+12025550100', 'UTC')
  expect(american.length).toBeGreaterThan(5)
  const opening = openInAll(hours, american, tuesday) ?? NaN
  expect(american.filter((zone) => !isOpen(hours, zone, opening))).toEqual([])
  expect(american.some((zone) => !isOpen(hours, zone, opening - 60_000))).toBe(true)
})

it('[QU9] a number of no country, and an address that is no number, go by the zone of the device', () => {
  expect(zonesOf('+80012345678', 'Africa/Lagos')).toEqual(['Africa/Lagos'])
  expect(zonesOf('123456789012345@lid', 'Africa/Lagos')).toEqual(['Africa/Lagos'])
})

it('[QU9] hours too short for a country that wide are those of its first zone, rather than never', () => {
  const morning = { days: [2], from: 9 * 60, to: 10 * 60 }
  expect(openInAll(morning, ['Europe/Berlin', 'Asia/Tokyo'], tuesday)).toBe(Date.UTC(2026, 10, 24, 8))
})

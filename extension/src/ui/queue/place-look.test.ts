import { PLACES, noCounts } from '@parley/shared/queue'
import { expect, it } from 'vitest'
import { placeFrom, sentCount, takenPlaces } from './place-look.ts'

const each = Object.fromEntries(PLACES.map((place, at) => [place, at + 1]))
const total = PLACES.reduce((sum, _, at) => sum + at + 1, 0)
const counts = { ...noCounts(), ...each, total }

it('[UI11] the parts of a bar are all places, each once, so they sum to the total', () => {
  expect(takenPlaces(counts).toSorted()).toEqual(PLACES.toSorted())
  expect(takenPlaces(counts).reduce((sum, place) => sum + counts[place], 0)).toBe(total)
  expect(takenPlaces(noCounts())).toEqual([])
})

it('counts what WhatsApp has for sure', () => {
  const some = { ...noCounts(), sent: 1, delivered: 2, read: 3, uncertain: 5, failed: 7, waiting: 11, total: 29 }
  expect(sentCount(some)).toBe(6)
})

it('reads a place from an address, and nothing else', () => {
  expect(placeFrom('failed')).toBe('failed')
  expect(placeFrom('constructor')).toBeUndefined()
  expect(placeFrom(undefined)).toBeUndefined()
})

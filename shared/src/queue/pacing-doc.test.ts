import { expect, it } from 'vitest'
import type { OpId } from '../ids/index.ts'
import { DEFAULT_PACING, type PacingPolicy } from './pacing.ts'
import { readPacing, setPacing } from './pacing-doc.ts'

const said = { opId: 'op00000001' as OpId, at: 1000, by: 'ann' }
const policy: PacingPolicy = {
  spacing: { least: 1000, most: 2000 },
  warmPerDay: 5,
  coldPerDay: 0,
  unanswered: 1,
  hours: { days: [1, 2], from: 600, to: 700 },
}

it('[QU23] pacing is the slow defaults until somebody sets it, and then says who did and when', () => {
  const rule = new Map<string, unknown>()
  expect(readPacing(rule)).toEqual({ policy: DEFAULT_PACING })
  setPacing(rule, policy, said)
  expect(readPacing(rule)).toEqual({ policy, changed: { at: 1000, by: 'ann' } })
  setPacing(rule, { ...policy, hours: undefined }, { ...said, at: 2000 })
  expect(readPacing(rule)).toEqual({ policy: { ...policy, hours: undefined }, changed: { at: 2000, by: 'ann' } })
})

it('[QU23] a pacing that cannot be read is the defaults', () => {
  const rule = new Map<string, unknown>()
  setPacing(rule, policy, said)
  const written = rule.get('pacing') as unknown[]
  for (const value of [[2, ...written.slice(1)], [1, { ...policy, coldPerDay: -1 }, ...written.slice(2)], 'x']) {
    expect(readPacing(new Map([['pacing', value as unknown]]))).toEqual({ policy: DEFAULT_PACING })
  }
  expect(readPacing(new Map([['pacing', [...written, 'of a later build'] as unknown]])).policy).toEqual(policy)
})

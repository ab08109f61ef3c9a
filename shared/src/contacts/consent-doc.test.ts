import { describe, expect, it } from 'vitest'
import { aliasPlace, type EventId, type WorkspaceId } from '../ids/index.ts'
import {
  aliasConsent,
  parseConsentKey,
  personConsent,
  readAllConsent,
  readConsent,
  recordConsent,
  standingOptOuts,
  type ConsentEvent,
} from './consent-doc.ts'

const workspace = 'workspace0000001' as WorkspaceId
const alias = aliasPlace(workspace, '+4915112345678').key

function event(id: string, kind: 'in' | 'out', supersedes: string[] = []): ConsentEvent {
  return { id: id as EventId, kind, at: 1, by: 'me', source: 'STOP', supersedes: supersedes as EventId[] }
}

describe('consent', () => {
  it('[CO15] reads back what was recorded on an alias, and nothing of another', () => {
    const m = new Map<string, unknown>()
    const other = aliasPlace(workspace, '+491701234567').key
    recordConsent(m, alias, event('event001', 'out'))
    recordConsent(m, other, event('event002', 'in'))
    expect(readConsent(m, alias)).toEqual([event('event001', 'out')])
    expect(readAllConsent(m)).toEqual(
      new Map([
        [alias, [event('event001', 'out')]],
        [other, [event('event002', 'in')]],
      ]),
    )
  })

  it('[CO15] an event that stands is never changed: two devices that saw one STOP write one key', () => {
    const m = new Map<string, unknown>()
    expect(recordConsent(m, alias, event('3EB0ABCDEF', 'out'))).toBe(true)
    expect(recordConsent(m, alias, { ...event('3EB0ABCDEF', 'in'), at: 9 })).toBe(false)
    expect(readConsent(m, alias)).toEqual([event('3EB0ABCDEF', 'out')])
  })

  it('[CO16] an opt-in lifts only the opt-outs it names', () => {
    const outs = [event('event001', 'out'), event('event002', 'out')]
    expect(aliasConsent([...outs, event('event003', 'in', ['event001'])])).toBe('out')
    expect(aliasConsent([...outs, event('event003', 'in', ['event001', 'event002'])])).toBe('in')
    expect(standingOptOuts([...outs, event('event003', 'in', ['event001'])])).toEqual([outs[1]])
  })

  it('[CO16] is unknown without events, and an opt-in that names nothing lifts nothing', () => {
    expect(aliasConsent([])).toBe('unknown')
    expect(aliasConsent([event('event001', 'in')])).toBe('in')
    expect(aliasConsent([event('event001', 'in'), event('event002', 'out')])).toBe('out')
  })

  it('[CO16] a person is out when one of their aliases is', () => {
    expect(personConsent([[event('event001', 'in')], [event('event002', 'out')]])).toBe('out')
    expect(personConsent([[event('event001', 'in')], []])).toBe('in')
    expect(personConsent([[], []])).toBe('unknown')
  })

  it('[CO16] an event that cannot be read denies', () => {
    const m = new Map<string, unknown>([[`${alias}/event001`, { strange: true }]])
    expect(aliasConsent(readConsent(m, alias))).toBe('out')
  })

  it('[CO15] keys are 22 characters of an HMAC and an event, never a number', () => {
    expect(alias).toMatch(/^[\w-]{22}$/)
    expect(parseConsentKey(`${alias}/event001`)).toEqual({ alias, id: 'event001' })
    for (const key of [
      alias as string,
      `${alias}/`,
      `${alias}/a/b`,
      '+4915112345678/event001',
      `${alias}/with space1`,
    ]) {
      expect(parseConsentKey(key)).toBeUndefined()
    }
    expect(aliasPlace('workspace0000002' as WorkspaceId, '+4915112345678').key).not.toBe(alias)
  })
})

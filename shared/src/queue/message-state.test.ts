import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeviceId, E164, MessageId } from '../ids/index.ts'
import { decodeFact, encodeFact, isReceipt, type Fact } from './fact.ts'
import { isSettled, isStopping, messageState, openAttempt, type MessageState } from './message-state.ts'
import { parseQueueKey, queueKey, RECEIPTS } from './queue-key.ts'

const id = 'm'.repeat(22) as MessageId
const by = 'device' as DeviceId
const step = (kind: 'reserved' | 'dispatching', attempt: number, fence = 1): Fact => ({
  kind,
  attempt,
  fence,
  at: attempt,
  by,
})
const failed = (attempt: number, fence = 1): Fact => ({
  kind: 'failed',
  attempt,
  fence,
  at: 9,
  by,
  reason: 'ack-failed',
})
const uncertain = (attempt: number, fence = 1): Fact => ({
  kind: 'uncertain',
  attempt,
  fence,
  at: 8,
  by,
  reason: 'take-over',
})
const receipt = (kind: (typeof RECEIPTS)[number], attempt = 1): Fact => ({ kind, attempt, fence: 1, at: 7 })
const decided = (attempt: number, decision: 'sent' | 'send' | 'give-up', member = decision): Fact => ({
  kind: 'decided',
  attempt,
  member,
  decision,
})
const cancelled: Fact = { kind: 'end', how: 'cancelled', at: 1, by }
const state = (...facts: Fact[]): MessageState => messageState({}, facts)

/** Everything that can be known of one message, small enough to try every set of it. */
const UNIVERSE: Fact[] = [
  step('reserved', 1),
  step('dispatching', 1),
  uncertain(1, 2),
  failed(1),
  decided(1, 'send'),
  decided(1, 'sent'),
  decided(1, 'give-up'),
  step('reserved', 2, 2),
  step('dispatching', 2, 2),
  uncertain(2, 3),
  receipt('sent'),
  receipt('read', 2),
  cancelled,
]
const subsets = function* (): Generator<Fact[]> {
  for (let bits = 0; bits < 1 << UNIVERSE.length; bits++) yield UNIVERSE.filter((_, index) => (bits >> index) & 1)
}

describe('the state of a message', () => {
  it('[QU20] is the best receipt, else the end, else the strongest step of the highest attempt', () => {
    expect(state()).toEqual({ kind: 'queued' })
    expect(state(step('reserved', 1))).toMatchObject({ kind: 'reserved', attempt: 1 })
    expect(state(failed(1), step('dispatching', 2))).toMatchObject({ kind: 'dispatching', attempt: 2 })
    expect(state(step('dispatching', 1, 1), uncertain(1, 2))).toMatchObject({ kind: 'uncertain' })
    expect(state(uncertain(1, 2), failed(1, 1))).toMatchObject({ kind: 'failed', reason: 'ack-failed' })
    expect(state(uncertain(1), cancelled)).toEqual({ kind: 'cancelled' })
    expect(state(cancelled, receipt('sent'))).toMatchObject({ kind: 'sent', by: 'receipt' })
    expect(state(receipt('read'), receipt('delivered', 2), failed(2))).toMatchObject({ kind: 'read' })
    expect(messageState({ skipped: 'no-number' }, [])).toEqual({ kind: 'skipped', reason: 'no-number' })
  })

  it('[QU20] a decision applies while its attempt is uncertain; of several the one that sends least', () => {
    expect(state(decided(1, 'sent'))).toEqual({ kind: 'queued' })
    expect(state(uncertain(1), decided(1, 'sent'))).toMatchObject({ kind: 'sent', by: 'word' })
    expect(state(uncertain(1), decided(1, 'send'))).toMatchObject({ kind: 'uncertain', send: true })
    expect(state(uncertain(1), decided(1, 'send'), decided(1, 'sent'))).toMatchObject({ kind: 'sent', by: 'word' })
    expect(state(uncertain(1), decided(1, 'sent'), decided(1, 'give-up'))).toMatchObject({
      kind: 'failed',
      reason: 'given-up',
    })
    expect(state(uncertain(1), decided(1, 'give-up'), receipt('sent'))).toMatchObject({ kind: 'sent', by: 'receipt' })
  })

  it('[QU20] a give-up still counts after the next attempt is reserved, and no more once it is dispatching', () => {
    const opened = [uncertain(1), decided(1, 'send'), step('reserved', 2)]
    expect(state(...opened)).toMatchObject({ kind: 'reserved', attempt: 2 })
    expect(state(...opened, decided(1, 'give-up'))).toMatchObject({ kind: 'failed', reason: 'given-up' })
    expect(state(...opened, step('dispatching', 2), decided(1, 'give-up'))).toMatchObject({ kind: 'dispatching' })
  })

  it('[QU20] a plain failure can be tried again when a person asks, a limit of WhatsApp cannot', () => {
    expect(state(failed(1), decided(1, 'send'))).toMatchObject({ kind: 'failed', retry: true })
    const limit: Fact = { kind: 'failed', attempt: 1, fence: 1, at: 1, by, reason: 'reach-out' }
    expect(state(limit, decided(1, 'send'))).toMatchObject({ kind: 'failed', retry: false })
    expect(isStopping(state(failed(1)), [{ kind: 'stop', member: 'ann' }])).toBe(false)
    expect(isStopping(state(), [{ kind: 'stop', member: 'ann' }])).toBe(true)
  })

  it('[QU20] depends on the set of facts alone, not on their order or number', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(UNIVERSE), fc.array(fc.constantFrom(...UNIVERSE)), (facts, more) => {
        const repeated = [...facts, ...more.filter((fact) => facts.includes(fact))]
        expect(messageState({}, repeated)).toEqual(
          messageState(
            {},
            UNIVERSE.filter((fact) => facts.includes(fact)),
          ),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('[QU14] [QU20] only moves forward, over every set of 13 facts and every fact added to it', () => {
    const rank = (at: MessageState): number => {
      const index = RECEIPTS.findIndex((kind) => kind === at.kind)
      return at.kind === 'sent' && at.by === 'word' ? -1 : index
    }
    for (const facts of subsets()) {
      const before = state(...facts)
      expect(isSettled(before) && openAttempt(before) !== undefined).toBe(false)
      for (const added of UNIVERSE) {
        if (facts.includes(added)) continue
        const after = state(...facts, added)
        if (rank(after) < rank(before)) expect.fail('a receipt was lost')
        if (before.kind === 'cancelled' && after.kind !== 'cancelled' && !isReceipt(added.kind))
          expect.fail('an end was lost')
        if (before.kind === 'dispatching' && 'attempt' in after && after.attempt < before.attempt) {
          expect.fail('an attempt was forgotten')
        }
      }
    }
  })
})

describe('keys of the queue', () => {
  it('[QU20] a fact is read back from its key and value', () => {
    const handover = { chats: ['1@lid', '49@c.us'], account: '+491701234567' as E164, session: 's', textHash: 'h' }
    const all: Fact[] = [
      ...UNIVERSE,
      { kind: 'dispatching', attempt: 3, fence: 1, at: 3, by, handover },
      { kind: 'stop', member: 'ann' },
      { kind: 'end', how: 'skipped', reason: 'opted-out', at: 3, by },
    ]
    for (const fact of all) {
      const { key, value } = encodeFact(id, fact)
      expect(decodeFact(key, JSON.parse(JSON.stringify(value)))).toEqual({ ...fact, id })
      expect(queueKey(parseQueueKey(key) ?? { kind: 'end', id })).toBe(key)
    }
  })

  it('[QU20] a key counts even if its value cannot be read, and then means what sends least', () => {
    expect(decodeFact(`${id}~1.2.dispatching`, 'later')).toEqual({
      kind: 'dispatching',
      id,
      attempt: 1,
      fence: 2,
      at: 0,
      by: '',
    })
    expect(decodeFact(`${id}~1.decided.ann`, [9, 'whatever'])).toMatchObject({ decision: 'give-up' })
    expect(decodeFact(`${id}~end`, null)).toMatchObject({ kind: 'end', how: 'cancelled' })
    for (const key of ['x', `${id}~`, `${id}~0.1.sent`, `${id}~1.1.edited`, `${id}~1.decided.a~b`, `${id}~end~x`]) {
      expect(decodeFact(key, [])).toBeUndefined()
    }
  })
})

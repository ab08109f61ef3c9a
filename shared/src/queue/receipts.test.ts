import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeviceId, MessageId } from '../ids/index.ts'
import type { Fact } from './fact.ts'
import { messageState } from './message-state.ts'
import { RECEIPTS } from './queue-key.ts'
import { HOLDER_FIRST_MS, openForReceipts, receiptFact } from './receipts.ts'

const dispatching: Fact = { kind: 'dispatching', attempt: 1, fence: 2, at: 0, by: 'laptop' as DeviceId }
const now = { holder: true, seenAt: 10, now: 10 }

it('[QU16] receipts only move forward, in whatever order acks come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...RECEIPTS), { minLength: 1 }), (acks) => {
      const facts: Fact[] = [dispatching]
      let best = -1
      for (const ack of acks) {
        const fact = receiptFact(facts, ack, now)
        expect(fact !== undefined).toBe(RECEIPTS.indexOf(ack) > best)
        if (fact) facts.push(fact)
        best = Math.max(best, RECEIPTS.indexOf(ack))
        expect(messageState({}, facts).kind).toBe(RECEIPTS[best])
      }
    }),
    { numRuns: 300 },
  )
})

it('[QU16] the holder writes a receipt at once, another device when none has come for 5 minutes', () => {
  const other = { holder: false, seenAt: 10, now: 10 + HOLDER_FIRST_MS - 1 }
  expect(receiptFact([dispatching], 'sent', now)).toEqual({ kind: 'sent', attempt: 1, fence: 2, at: 10 })
  expect(receiptFact([dispatching], 'sent', other)).toBeUndefined()
  expect(receiptFact([dispatching], 'sent', { ...other, now: other.now + 1 })).toMatchObject({ kind: 'sent' })
  expect(receiptFact([], 'sent', now)).toBeUndefined()
})

it('[QU16] acks are read of every message that may have been handed over and can still move', () => {
  const id = (text: string): MessageId => text.padEnd(22, '0') as MessageId
  const entries = [
    { id: id('queued'), facts: [] },
    { id: id('handed'), facts: [dispatching] },
    { id: id('played'), facts: [dispatching, { kind: 'played', attempt: 1, fence: 2, at: 1 } as Fact] },
  ]
  expect(openForReceipts(entries)).toEqual([id('handed')])
})

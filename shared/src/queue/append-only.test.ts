import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DeviceId, MessageId } from '../ids/index.ts'
import { checkAppendOnly, type AppendProblem } from './append-only.ts'
import { encodeFact, type Fact } from './fact.ts'
import { writeFact } from './queue-doc.ts'
import { QUEUE_RULE } from './queue-rule.ts'

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(22) as MessageId)
const id = 'a'.repeat(22) as MessageId
const by = 'device' as DeviceId

/** A document that knows `facts`, and how to see what one change of a client would be as an update. */
function standing(
  facts: Fact[],
  client = 1000,
): { doc: Y.Doc; offered: (change: (m: Y.Map<unknown>) => void, as: number) => Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = client
  for (const fact of facts) writeFact(doc.getMap('m'), id, fact)
  return {
    doc,
    offered(change, as) {
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      other.clientID = as
      const before = Y.encodeStateVector(other)
      change(other.getMap('m'))
      return Y.encodeStateAsUpdate(other, before)
    },
  }
}

function concurrent(change: (m: Y.Map<unknown>) => void, client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  change(doc.getMap('m'))
  return Y.encodeStateAsUpdate(doc)
}

const sent = (at: number): Fact => ({ kind: 'sent', attempt: 1, fence: 1, at })
const check = (doc: Y.Doc, update: Uint8Array): AppendProblem | undefined => checkAppendOnly(doc, update, QUEUE_RULE)

describe('what an append-only document takes', () => {
  it('[QU19] honest traffic of devices that write at the same time is never refused', () => {
    const fact = fc.oneof(
      fc.record({
        kind: fc.constantFrom('sent', 'delivered', 'read'),
        attempt: fc.constantFrom(1, 2),
        fence: fc.constant(1),
        at: fc.nat(99),
      }),
      fc.record({ kind: fc.constant('stop'), member: fc.constantFrom('ann', 'bo') }),
      fc.record({
        kind: fc.constant('decided'),
        attempt: fc.constant(1),
        member: fc.constantFrom('ann', 'bo'),
        decision: fc.constant('sent'),
      }),
    ) as fc.Arbitrary<Fact>
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constant('write'), fc.nat(2), fc.constantFrom(...ids), fact) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom('sync', 'whole'), fc.nat(2), fc.nat(2), fc.constant(undefined)),
      },
    )
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.shuffledSubarray([11, 22, 33], { minLength: 3 }),
        (steps, clients) => {
          const docs = clients.map((clientID) => Object.assign(new Y.Doc(), { clientID }))
          for (const [what, d, target, written] of steps) {
            const doc = docs[d]
            const other = typeof target === 'number' ? docs[target] : undefined
            if (!doc) continue
            if (typeof target === 'string' && written) writeFact(doc.getMap('m'), target, written)
            else if (other && other !== doc) {
              const update =
                what === 'whole' ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other))
              expect(check(other, update)).toBeUndefined()
              Y.applyUpdate(other, update)
            }
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('[QU19] whatever it takes, no key that stood is empty or holds something else afterwards', () => {
    const value = fc.oneof(fc.constant([1, 5]), fc.constant([1, 6]), fc.constant('forged'))
    const key = fc.constantFrom(...ids.map((message) => encodeFact(message, sent(0)).key))
    const act = fc.tuple(fc.constantFrom('set', 'delete'), key, value)
    fc.assert(
      fc.property(fc.array(act), fc.array(act), fc.nat(1), (honest, forged, higher) => {
        const doc = Object.assign(new Y.Doc(), { clientID: 50 })
        for (const [what, at, written] of honest)
          if (what === 'set' && written !== 'forged' && !doc.getMap('m').has(at)) doc.getMap('m').set(at, written)
        const before = new Map(doc.getMap('m').entries())
        const attacker = Object.assign(new Y.Doc(), { clientID: higher ? 99 : 1 })
        // Sometimes with knowledge of the document, sometimes without: then its writes carry no origin.
        if (forged.length % 2) Y.applyUpdate(attacker, Y.encodeStateAsUpdate(doc))
        for (const [what, at, written] of forged) {
          if (what === 'set') attacker.getMap('m').set(at, written)
          else attacker.getMap('m').delete(at)
        }
        const update = Y.encodeStateAsUpdate(attacker)
        if (check(doc, update) !== undefined) return
        Y.applyUpdate(doc, update)
        for (const [at, was] of before) expect(QUEUE_RULE.same(at, was, doc.getMap('m').get(at))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('[QU19] overwriting, emptying and forging a key are refused, whatever the client id', () => {
    const { key } = encodeFact(id, sent(5))
    const writeAndDelete = (m: Y.Map<unknown>): void => {
      m.set(key, [1, 9])
      m.delete(key)
    }
    for (const client of [1, 5000]) {
      const { doc, offered } = standing([sent(5)])
      expect(
        check(
          doc,
          offered((m) => m.set(key, [1, 6]), client),
        ),
      ).toBe('overwrite')
      expect(
        check(
          doc,
          offered((m) => m.delete(key), client),
        ),
      ).toBe('empties')
      expect(
        check(
          doc,
          concurrent((m) => m.set(key, ['forged']), client),
        ),
      ).toBe('different')
      expect(
        check(
          doc,
          concurrent((m) => m.set(key, [1, 9]), client),
        ),
      ).toBeUndefined()
      expect(check(doc, concurrent(writeAndDelete, client))).toBe(client > 1000 ? 'empties' : undefined)
    }
    const { doc } = standing([{ kind: 'failed', attempt: 1, fence: 1, at: 1, by, reason: 'blocked' }])
    const failed = encodeFact(id, { kind: 'failed', attempt: 1, fence: 1, at: 1, by, reason: 'refused' })
    expect(
      check(
        doc,
        concurrent((m) => m.set(failed.key, failed.value), 5000),
      ),
    ).toBe('different')
  })

  it('[QU19] keys and shapes that are none of the queue are refused, and so is an update with a gap', () => {
    const { doc } = standing([])
    expect(
      check(
        doc,
        concurrent((m) => m.set('hello', 1), 1),
      ),
    ).toBe('key')
    expect(
      check(
        doc,
        concurrent((m) => m.set(id, new Y.Map()), 1),
      ),
    ).toBe('shape')
    const wrongRoot = Object.assign(new Y.Doc(), { clientID: 1 })
    wrongRoot.getMap('n').set(id, 1)
    expect(check(doc, Y.encodeStateAsUpdate(wrongRoot))).toBe('shape')
    expect(check(doc, new Uint8Array([1, 2, 3]))).toBe('unreadable')
    const late = Object.assign(new Y.Doc(), { clientID: 7 })
    late.getMap('m').set(id, [1])
    const after = Y.encodeStateVector(late)
    late.getMap('m').set(encodeFact(id, sent(1)).key, [1, 1])
    expect(check(doc, Y.encodeStateAsUpdate(late, after))).toBe('gap')
  })
})

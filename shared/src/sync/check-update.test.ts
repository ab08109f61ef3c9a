import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { parseDocName, type DocRef } from '../ids/index.ts'
import { checkUpdate } from './check-update.ts'

const WS = 'Aa1Bb2Cc3Dd4Ee5F'
const CONTACT = 'c000000000000001'
const MESSAGE = 'm000000000000000000001'
const ref = (name: string): DocRef => {
  const parsed = parseDocName(name)
  if (!parsed) throw new Error(name)
  return parsed
}
const contacts = ref(`c/${WS}/0/0a`)
const queue = ref(`q/${WS}/d20261124`)

function edited(change: (m: Y.Map<unknown>, doc: Y.Doc) => void, from?: Y.Doc, clientID?: number): Uint8Array {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  if (clientID !== undefined) doc.clientID = clientID
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc.getMap('m'), doc))
  return Y.encodeStateAsUpdate(doc, before)
}

function holding(key: string, value: unknown, clientID = 5): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  doc.getMap('m').set(key, value)
  return doc
}

/** The update with only its delete set: what a client sends that deleted and wrote nothing. */
function deleting(doc: Y.Doc, key: string): Uint8Array {
  return edited((m) => m.delete(key), doc)
}

describe('[SY50] an update is judged before it is applied', () => {
  it('a key that fits the document passes, one that does not is refused', () => {
    const doc = new Y.Doc()
    expect(
      checkUpdate(
        doc,
        contacts,
        edited((m) => m.set(CONTACT, [1])),
        'live',
      ),
    ).toBeUndefined()
    expect(
      checkUpdate(
        doc,
        contacts,
        edited((m) => m.set('HIV positive', 1)),
        'live',
      ),
    ).toBe('refused-key')
    expect(
      checkUpdate(
        doc,
        queue,
        edited((m) => m.set(`${MESSAGE}~1.1.sold`, 1)),
        'live',
      ),
    ).toBe('refused-key')
    expect(
      checkUpdate(
        doc,
        queue,
        edited((m) => m.set(`${MESSAGE}~1.1.sent`, 1)),
        'live',
      ),
    ).toBeUndefined()
  })

  it('only one root map of plain values passes', () => {
    const doc = new Y.Doc()
    const nested = edited((m) => m.set(CONTACT, new Y.Map()))
    const bytes = edited((m) => m.set(CONTACT, new Uint8Array(3)))
    const otherRoot = edited((_, other) => other.getMap('x').set(CONTACT, 1))
    const listed = new Y.Doc()
    listed.getArray('m').push([1])
    const list = Y.encodeStateAsUpdate(listed)
    for (const update of [nested, bytes, otherRoot, list])
      expect(checkUpdate(doc, contacts, update, 'live')).toBe('refused-shape')
  })

  it('garbage and oversize are refused, not thrown', () => {
    const doc = new Y.Doc()
    const big = edited((m) => m.set(CONTACT, 'x'.repeat(300_000)))
    expect(checkUpdate(doc, contacts, Uint8Array.of(255, 255, 255, 255, 1, 2), 'live')).toBe('refused-malformed')
    expect(checkUpdate(doc, contacts, big, 'live')).toBe('refused-size')
    expect(checkUpdate(doc, contacts, big, 'whole')).toBeUndefined()
  })

  it('more than a few new client ids in one live update are refused', () => {
    const all = Array.from({ length: 60 }, (_, i) =>
      edited((m) => m.set(`c${String(i).padStart(15, '0')}`, 1), undefined, i + 1),
    )
    expect(checkUpdate(new Y.Doc(), contacts, Y.mergeUpdates(all), 'live')).toBe('refused-size')
  })
})

describe('[SY51] an update that misses an earlier one is a gap', () => {
  it('whether a struct, an origin or a deletion is missing', () => {
    const doc = holding(CONTACT, 'one')
    const second = edited((m) => m.set(CONTACT, 'two'), doc)
    const third = deleting(doc, CONTACT)
    expect(checkUpdate(new Y.Doc(), contacts, second, 'live')).toBe('gap')
    expect(checkUpdate(new Y.Doc(), contacts, third, 'live')).toBe('gap')
    const later = new Y.Doc()
    Y.applyUpdate(later, Y.encodeStateAsUpdate(doc))
    later.clientID = 5
    const middle = Y.encodeStateVector(later)
    later.getMap('m').set('c000000000000002', 1)
    expect(checkUpdate(new Y.Doc(), contacts, Y.encodeStateAsUpdate(later, middle), 'live')).toBe('gap')
  })

  it('and not when the document holds what is missing', () => {
    const doc = holding(CONTACT, 'one')
    expect(
      checkUpdate(
        doc,
        contacts,
        edited((m) => m.set(CONTACT, 'two'), doc),
        'live',
      ),
    ).toBeUndefined()
    expect(checkUpdate(doc, contacts, deleting(doc, CONTACT), 'live')).toBeUndefined()
  })
})

describe('[SY52] append-only documents keep what they hold', () => {
  const key = `${MESSAGE}~1.1.failed`
  const receipt = `${MESSAGE}~1.1.read`

  it('an overwrite that has seen the value is refused', () => {
    const doc = holding(key, [1, 'a'])
    expect(
      checkUpdate(
        doc,
        queue,
        edited((m) => m.set(key, [1, 'a']), doc),
        'live',
      ),
    ).toBe('refused-append-only')
  })

  it('a concurrent write passes when it says the same, whoever would win', () => {
    const doc = holding(key, [1, 'a'])
    for (const clientID of [1, 9]) {
      expect(
        checkUpdate(
          doc,
          queue,
          edited((m) => m.set(key, [1, 'a']), undefined, clientID),
          'live',
        ),
      ).toBeUndefined()
      const other = edited((m) => m.set(key, [1, 'b']), undefined, clientID)
      expect(checkUpdate(doc, queue, other, 'live')).toBe('refused-append-only')
    }
  })

  it("two devices' receipts may differ in their time, and in nothing else", () => {
    const doc = holding(receipt, [1, 1_764_000_000_000])
    const later = edited((m) => m.set(receipt, [1, 1_764_000_000_999]))
    expect(checkUpdate(doc, queue, later, 'live')).toBeUndefined()
    expect(
      checkUpdate(
        doc,
        queue,
        edited((m) => m.set(receipt, [2, 1_764_000_000_000])),
        'live',
      ),
    ).toBe('refused-append-only')
  })

  it('a deletion that leaves a key empty is refused, also behind a loser that only looks like a value', () => {
    const doc = holding(key, 'x', 5)
    expect(checkUpdate(doc, queue, deleting(doc, key), 'live')).toBe('refused-append-only')
    // Client 1 loses against 5 and Yjs deletes it, so together with a deletion of 5's item nothing would be left.
    const loser = edited((m) => m.set(key, 'x'), undefined, 1)
    const forged = Y.mergeUpdates([loser, deleting(doc, key)])
    expect(checkUpdate(doc, queue, forged, 'live')).toBe('refused-append-only')
    const winner = Y.mergeUpdates([edited((m) => m.set(key, 'x'), undefined, 9), deleting(doc, key)])
    expect(checkUpdate(doc, queue, winner, 'live')).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import type { ContactId, DeviceId, DocName, E164, MessageId, OpId } from '../ids/index.ts'
import { CLOCK_MS, decideDispatch, lookupChats, PROOF_MS, type Action } from './dispatch.ts'
import type { Fact } from './fact.ts'
import type { Message } from './message.ts'
import type { WhatsAppId } from './message-id.ts'
import { mayBeKnown, type Lookup, type Page, type Situation } from './situation.ts'
import { classifyAck, classifySend } from './whatsapp-answers.ts'

const by = 'laptop' as DeviceId
const account = '+491701234567' as E164
const NOW = 1_790_000_000_000
const message: Message = {
  id: 'm'.repeat(22) as MessageId,
  whatsAppId: '3EB0' as WhatsAppId,
  sender: account,
  contact: 'c'.repeat(16) as ContactId,
  to: ['+491511234567'],
  text: 'Hi',
  notBefore: 0,
  at: 0,
  by: 'ann',
  device: by,
  opId: 'op' as OpId,
}
const page: Page = { stream: 'MAIN', synced: true, account, session: 's1', mainSince: NOW - 60_000, missing: [] }
const handover = { chats: ['1@lid', '49@c.us'], account, session: 's1', textHash: 'h' }
const reserved: Fact = { kind: 'reserved', attempt: 1, fence: 3, at: NOW - 1000, by }
const dispatching: Fact = { kind: 'dispatching', attempt: 1, fence: 3, at: NOW - 1000, by, handover }
const uncertain: Fact = { kind: 'uncertain', attempt: 1, fence: 3, at: NOW, by, reason: 'no-witness' }
const send: Fact = { kind: 'decided', attempt: 1, member: 'ann', decision: 'send' }
const stop: Fact = { kind: 'stop', member: 'ann' }
const found = (ack: number): Lookup => ({ kind: 'found', ack })
const none: Lookup = { kind: 'none' }

const lease = { fence: 3, caughtUp: true, held: false }
const decide = (changes: Partial<Situation> = {}): Action =>
  decideDispatch({
    now: NOW,
    device: by,
    message,
    facts: [],
    lease,
    knownToFormerHolder: false,
    page,
    consent: 'in',
    consentRequired: true,
    recipient: { kind: 'present', chats: ['1@lid', '49@c.us'] },
    lookup: undefined,
    evidence: { witness: true, disappearing: 'off' },
    refused: false,
    campaignChats: new Set(),
    ...changes,
  })
const place = { attempt: 1, fence: 3 }

describe('the order of a dispatch', () => {
  it('[QU4] is reserve, resolve, look up, dispatch, each only after the one before', () => {
    expect(decide()).toEqual({ do: 'reserve', ...place })
    expect(decide({ lookup: none })).toEqual({ do: 'reserve', ...place })
    expect(decide({ facts: [reserved], recipient: undefined })).toEqual({ do: 'resolve' })
    expect(decide({ facts: [reserved] })).toEqual({ do: 'look-up' })
    expect(decide({ facts: [reserved], lookup: none })).toEqual({
      do: 'dispatch',
      ...place,
      chats: ['1@lid', '49@c.us'],
      native: false,
    })
    expect(decide({ facts: [reserved], lookup: { kind: 'running' } })).toEqual({ do: 'wait', reason: 'running' })
    expect(decide({ facts: [reserved], lookup: { kind: 'unavailable' } })).toEqual({ do: 'wait', reason: 'no-look-up' })
  })

  it('[QU4] [QU11] [QU15] nothing is reserved while the page is not ready, is of another account or lacks what sending needs', () => {
    expect(decide({ page: undefined })).toEqual({ do: 'wait', reason: 'no-page' })
    expect(decide({ page: { ...page, stream: 'CONFLICT' } })).toEqual({ do: 'wait', reason: 'stream' })
    expect(decide({ page: { ...page, synced: false } })).toEqual({ do: 'wait', reason: 'not-synced' })
    expect(decide({ page: { ...page, account: '+491709999999' as E164 } })).toEqual({ do: 'wait', reason: 'account' })
    expect(decide({ page: { ...page, missing: ['send.text'] } })).toEqual({ do: 'wait', reason: 'missing' })
    expect(decide({ message: { ...message, notBefore: NOW + 1 } })).toEqual({
      do: 'wait',
      reason: 'not-before',
      until: NOW + 1,
    })
  })

  it('[QU3] only the holder of the lease, caught up and not held, reserves', () => {
    expect(decide({ lease: undefined })).toEqual({ do: 'wait', reason: 'no-lease' })
    expect(decide({ lease: { ...lease, held: true } })).toEqual({ do: 'wait', reason: 'held' })
    expect(decide({ lease: { ...lease, caughtUp: false } })).toEqual({ do: 'wait', reason: 'catching-up' })
    expect(decide({ facts: [{ ...reserved, fence: 2 }] })).toEqual({ do: 'reserve', ...place })
  })

  it('[QU4] somebody WhatsApp does not know is failed, one it did not speak about waits', () => {
    expect(decide({ facts: [reserved], recipient: { kind: 'absent' } })).toEqual({
      do: 'fail',
      ...place,
      reason: 'not-on-whatsapp',
    })
    expect(decide({ facts: [reserved], recipient: { kind: 'unknown' } })).toEqual({
      do: 'wait',
      reason: 'not-resolved',
    })
  })
})

describe('found in WhatsApp', () => {
  it('[QU5] is never handed over again: acked is sent, unacked waits and is uncertain after 10 minutes of MAIN', () => {
    for (const facts of [[reserved], [reserved, dispatching], [reserved, dispatching, uncertain], [uncertain, send]]) {
      expect(decide({ facts, lookup: found(2) })).toMatchObject({ do: 'receipt', receipt: 'delivered' })
    }
    const facts = [reserved, dispatching]
    const until = NOW - 1000 + CLOCK_MS
    expect(decide({ facts, lookup: found(0) })).toEqual({ do: 'wait', reason: 'clock', until })
    expect(decide({ facts, lookup: found(0), now: until })).toEqual({ do: 'uncertain', ...place, reason: 'clock' })
    const reopened = { ...page, mainSince: until }
    expect(decide({ facts, lookup: found(0), now: until, page: reopened })).toMatchObject({
      do: 'wait',
      until: until + CLOCK_MS,
    })
  })

  it('[QU5] failed there is failed here; a re-send only when a person asked, and never after a limit', () => {
    expect(decide({ facts: [reserved, dispatching], lookup: found(-4) })).toEqual({
      do: 'fail',
      ...place,
      reason: 'ack-too-big',
    })
    const failed: Fact = { kind: 'failed', attempt: 1, fence: 3, at: NOW, by, reason: 'ack-failed' }
    const second: Fact = { ...reserved, attempt: 2 }
    const asked = [dispatching, failed, send]
    expect(decide({ facts: [dispatching, failed] })).toEqual({ do: 'nothing' })
    expect(decide({ facts: asked, lookup: found(-1) })).toEqual({ do: 'reserve', attempt: 2, fence: 3 })
    expect(decide({ facts: [...asked, second], lookup: found(-1) })).toMatchObject({
      do: 'dispatch',
      attempt: 2,
      native: true,
    })
    expect(decide({ facts: [...asked, second], lookup: found(-2) })).toMatchObject({ do: 'fail', attempt: 2 })
    const limit: Fact = { ...failed, reason: 'reach-out' }
    expect(decide({ facts: [dispatching, limit, send], lookup: found(-1) })).toEqual({ do: 'nothing' })
  })
})

describe('after a crash', () => {
  const facts = [reserved, dispatching]

  it('[QU6] it is looked up, and believed never sent only if everything speaks for it', () => {
    expect(decide({ facts })).toEqual({ do: 'look-up' })
    expect(decide({ facts, lookup: none })).toEqual({ do: 'dispatch', ...place, chats: handover.chats, native: false })
    const doubts: [Partial<Situation>, string][] = [
      [{ page: { ...page, session: 's2' } }, 'session'],
      [{ evidence: { witness: false, disappearing: 'off' } }, 'no-witness'],
      [{ evidence: { witness: true, disappearing: 500 } }, 'disappearing'],
      [{ evidence: { witness: true, disappearing: 'unknown' } }, 'disappearing'],
      [{ now: NOW + PROOF_MS }, 'too-old'],
      [{ facts: [reserved, { kind: 'dispatching', attempt: 1, fence: 3, at: NOW, by }] }, 'session'],
    ]
    for (const [changes, reason] of doubts) {
      expect(decide({ facts, lookup: none, ...changes })).toEqual({ do: 'uncertain', ...place, reason })
    }
  })

  it('[QU6] it is looked up under the chats it was handed to and under every one its person has now', () => {
    expect(lookupChats({ facts, recipient: { kind: 'present', chats: ['2@lid', '49@c.us'] } })).toEqual([
      '1@lid',
      '49@c.us',
      '2@lid',
    ])
  })

  it('[QU7] what is not a plain yes or no is looked up, never tried again', () => {
    for (const kind of ['lost', 'uncertain'] as const) expect(classifySend({ kind })).toEqual({ do: 'look-up' })
    expect(classifySend({ kind: 'accepted' })).toEqual({ do: 'receipt', receipt: 'sent' })
    expect(classifySend({ kind: 'failed', reason: 'nack', code: 463 })).toEqual({ do: 'fail', reason: 'reach-out' })
    expect(classifySend({ kind: 'failed', reason: 'nack', code: 400 })).toEqual({ do: 'fail', reason: 'refused' })
    expect(classifySend({ kind: 'failed', reason: 'blocked', code: null })).toEqual({ do: 'fail', reason: 'blocked' })
    expect(classifySend({ kind: 'refused', reason: 'render' })).toEqual({ do: 'fail', reason: 'render-mismatch' })
    expect(classifySend({ kind: 'refused', reason: 'chat-moved' })).toEqual({ do: 'fail', reason: 'refused' })
    expect(decide({ facts, lookup: { kind: 'unavailable' } })).toEqual({ do: 'wait', reason: 'no-look-up' })
  })

  it('[QU7] only what the page itself says it never handed over goes out again without a look-up', () => {
    expect(classifySend({ kind: 'refused', reason: 'account' })).toEqual({ do: 'again' })
    const poor = { witness: false, disappearing: 'unknown' } as const
    expect(decide({ facts, refused: true, evidence: poor })).toMatchObject({ do: 'dispatch' })
    expect(decide({ facts, refused: true, page: { ...page, stream: 'CONFLICT' } })).toEqual({
      do: 'wait',
      reason: 'stream',
    })
  })

  it('[QU5] acks are read as WhatsApp means them', () => {
    expect([1, 2, 3, 4, 5].map((ack) => classifyAck(ack))).toMatchObject(
      ['sent', 'delivered', 'read', 'played', 'sent'].map((receipt) => ({ kind: 'receipt', receipt })),
    )
    expect(classifyAck(0)).toEqual({ kind: 'clock' })
    expect(classifyAck(-2)).toEqual({ kind: 'failed', reason: 'ack-expired' })
    expect(classifyAck(-99)).toEqual({ kind: 'failed', reason: 'unknown' })
  })
})

describe('who must not be written to', () => {
  it('[QU8] an opt-out or a missing consent ends it at any point before it is handed over', () => {
    for (const facts of [[], [reserved], [uncertain, send]]) {
      expect(decide({ facts, consent: 'out', lookup: none })).toEqual({ do: 'skip', reason: 'opted-out' })
      expect(decide({ facts, consent: 'unknown', lookup: none })).toEqual({ do: 'skip', reason: 'no-consent' })
    }
    expect(decide({ consent: 'unknown', consentRequired: false })).toMatchObject({ do: 'reserve' })
    expect(decide({ facts: [reserved, dispatching], consent: 'out', lookup: none })).toEqual({
      do: 'skip',
      reason: 'opted-out',
    })
    expect(decide({ facts: [reserved, dispatching], consent: 'out' })).toEqual({ do: 'look-up' })
  })

  it('[QU8] a chat the campaign has written to is not written to again', () => {
    const campaignChats = new Set(['49@c.us'])
    expect(decide({ facts: [reserved], campaignChats, lookup: none })).toEqual({ do: 'skip', reason: 'same-person' })
  })

  it('[QU14] a stop request is answered by cancelling what was not handed over, page or no page', () => {
    expect(decide({ facts: [stop], page: undefined })).toEqual({ do: 'cancel' })
    expect(decide({ facts: [reserved, stop] })).toEqual({ do: 'cancel' })
    expect(decide({ facts: [reserved, dispatching, stop] })).toEqual({ do: 'look-up' })
    expect(decide({ facts: [reserved, dispatching, stop], lookup: none })).toEqual({ do: 'cancel' })
    expect(decide({ facts: [uncertain, stop] })).toEqual({ do: 'nothing' })
  })
})

describe('a forced take-over', () => {
  const taken = {
    ...lease,
    fence: 4,
    takeOver: { fence: 4, from: 'phone' as DeviceId, knew: new Map<DocName, number>() },
  }
  const change = { lease: taken, knownToFormerHolder: true, page: undefined }

  it('[QU3] whatever the former holder may know and has not settled waits for a person, under the new fence', () => {
    const reason = 'take-over'
    expect(decide(change)).toEqual({ do: 'uncertain', attempt: 1, fence: 4, reason })
    expect(decide({ ...change, facts: [reserved, dispatching] })).toEqual({
      do: 'uncertain',
      attempt: 1,
      fence: 4,
      reason,
    })
    // The former holder may act on the person's word already.
    expect(decide({ ...change, facts: [uncertain, send] })).toEqual({ do: 'uncertain', attempt: 2, fence: 4, reason })
    expect(decide({ ...change, facts: [{ kind: 'sent', attempt: 1, fence: 3, at: 1 }] })).toEqual({ do: 'nothing' })
  })

  it('[QU3] it is said once, and a person may then have it sent', () => {
    const said: Fact = { ...uncertain, fence: 4, reason: 'take-over' }
    expect(decide({ ...change, page, facts: [said] })).toEqual({ do: 'nothing' })
    expect(decide({ ...change, page, facts: [said, send] })).toEqual({ do: 'reserve', attempt: 2, fence: 4 })
    expect(decide({ ...change, page, facts: [said], lookup: found(1) })).toMatchObject({
      do: 'receipt',
      attempt: 1,
      fence: 4,
    })
  })

  it('[QU3] the former holder may know what it made and what was sent to it, and nothing else', () => {
    const doc = 'q/w/d20261124' as DocName
    const over = { fence: 4, from: 'phone' as DeviceId, knew: new Map([[doc, 7]]) }
    expect(mayBeKnown(over, message, doc, 7)).toBe(true)
    expect(mayBeKnown(over, message, doc, 8)).toBe(false)
    expect(mayBeKnown(over, message, doc, undefined)).toBe(false)
    expect(mayBeKnown(over, { ...message, device: over.from }, doc, undefined)).toBe(true)
    expect(mayBeKnown(over, message, 'q/w/d20261125' as DocName, 1)).toBe(false)
  })
})

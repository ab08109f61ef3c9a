import {
  decideDispatch,
  encodeFact,
  messageState,
  type Action,
  type Fact,
  type Message,
  type Situation,
  type WhatsAppId,
} from '../queue/index.ts'
import type { ContactId, DeviceId, E164, MessageId, OpId } from '../ids/index.ts'
import { at, change, NO_MISFORTUNES, spend } from './delivery-world.ts'
import type { D, Device, Facts, Misfortunes, Sending, World } from './delivery-world.ts'

const DEVICES = ['deviceA', 'deviceB'] as DeviceId[]
const ACCOUNT = '+491701234567' as E164
const MINUTE = 60_000
/** Where a message is at first: with everybody, with the holder alone, with the other alone. */
export type Origin = 'shared' | 'holder' | 'other'
/** A gatherer of situations that forgets something, to see that the search would notice. */
export type Flaw = Partial<Record<'fearless' | 'impatient' | 'credulous', boolean>>

const makerOf = (origin: Origin): D => (origin === 'other' ? 1 : 0)
const messageOf = (index: number, origin: Origin): Message => ({
  id: `message${index}`.padEnd(22, '0') as MessageId,
  whatsAppId: `3EB0${index}` as WhatsAppId,
  sender: ACCOUNT,
  contact: `contact${index}` as ContactId,
  to: [`+4930${index}`],
  text: 'Hi',
  notBefore: 0,
  at: 0,
  by: 'member',
  device: at(DEVICES, makerOf(origin)),
  opId: 'op' as OpId,
})

/**
 * Every order in which two devices, their WhatsApp pages, a server and a person can act on the queue is tried by
 * breadth-first search, with crashes possible between any two steps. What a device does is `decideDispatch`, the very
 * function the runner calls. WhatsApp is modelled on what is known of it: it stores a message before it sends it,
 * refuses to send an id it has stored, may or may not go on with a stored one after a reload, and two devices of one
 * account do not see what the other has not handed on.
 */
export class DeliveryModel {
  readonly messages: Message[]
  readonly origins: Origin[]
  readonly flaw: Flaw

  constructor(origins: Origin[], flaw: Flaw = {}) {
    this.origins = origins
    this.messages = origins.map((origin, index) => messageOf(index, origin))
    this.flaw = flaw
  }

  start(left: Partial<Misfortunes>): World {
    const has = (d: D): boolean[] => this.origins.map((origin) => origin === 'shared' || makerOf(origin) === d)
    const blank = { facts: {}, row: '', running: false, handing: false, lookup: '' } as const
    const device = (d: D): Device => ({
      lease: d === 0 ? 1 : 0,
      caughtUp: true,
      feared: null,
      history: true,
      messages: has(d).map((own) => ({ ...blank, has: own })),
    })
    return {
      devices: [device(0), device(1)],
      server: this.origins.map((origin) => ({ has: origin === 'shared', facts: {} })),
      sentTo: [this.origins.map((origin) => origin === 'shared'), this.origins.map((origin) => origin === 'shared')],
      holder: 0,
      fence: 1,
      accepted: this.origins.map(() => 0),
      late: false,
      left: { ...NO_MISFORTUNES, ...left },
    }
  }

  /** The worlds one step away, each with the name of its step. */
  *next(world: World): Generator<[string, World]> {
    const { left } = world
    for (const d of [0, 1] as D[]) {
      for (const m of this.messages.keys()) yield* this.moves(world, d, m)
      yield [`${d} syncs`, change(world, (w) => this.sync(w, d))]
      const forget = (w: World, what: Partial<Sending>): void => {
        for (const sending of at(w.devices, d).messages) Object.assign(sending, what)
      }
      if (left.crash > 0)
        yield [`${d} engine dies`, spend(world, 'crash', (w) => forget(w, { handing: false, lookup: '' }))]
      if (left.pageCrash > 0)
        yield [`${d} page dies`, spend(world, 'pageCrash', (w) => forget(w, { running: false, lookup: '' }))]
      if (left.wipe > 0) {
        yield [
          `${d} loses WhatsApp's history`,
          spend(world, 'wipe', (w) => {
            at(w.devices, d).history = false
            forget(w, { row: '', running: false, lookup: '' })
          }),
        ]
      }
    }
    if (left.force > 0) yield ['lease taken by force', spend(world, 'force', (w) => grant(w, true))]
    if (left.handOver > 0 && this.mayRelease(world))
      yield ['lease handed over', spend(world, 'handOver', (w) => grant(w, false))]
    if (left.delay > 0) yield ['time passes', spend(world, 'delay', (w) => void (w.late = true))]
  }

  private *moves(world: World, d: D, m: number): Generator<[string, World]> {
    const { row, running, handing, facts, has, lookup } = at(at(world.devices, d).messages, m)
    const mine = (w: World): Sending => at(at(w.devices, d).messages, m)
    // A command for an id that runs joins it; one for an id that is stored is refused by WhatsApp's unique key.
    if (handing)
      yield [
        `${d} hands ${m} over`,
        change(world, (w) => void Object.assign(mine(w), { handing: false, running: row === '' || running })),
      ]
    else if (has) {
      const action = decideDispatch(this.situation(world, d, m))
      const stale = action.do === 'wait' && (action.reason === 'running' || action.reason === 'clock') && lookup !== row
      if (stale) yield [`${d} looks ${m} up again`, change(world, (w) => this.perform(w, d, m, { do: 'look-up' }))]
      else if (action.do !== 'wait' && action.do !== 'nothing')
        yield [`${d} ${action.do} ${m}`, change(world, (w) => this.perform(w, d, m, action))]
    }
    const resumes = row === 'stored' && !running
    if (running || resumes) {
      yield [
        `${d} WhatsApp goes on with ${m}`,
        change(world, (w) => {
          if (row === '') mine(w).row = 'stored'
          else {
            Object.assign(mine(w), { row: 'acked', running: false })
            w.accepted[m] = at(w.accepted, m) + 1
          }
        }),
      ]
    }
    const [handed] = dispatches(facts)
    if (row === 'acked' && handed && !Object.values(facts).some(({ kind }) => kind === 'sent')) {
      yield [
        `${d} sees the ack of ${m}`,
        change(world, (w) => this.add(w, d, m, { kind: 'sent', attempt: handed.attempt, fence: handed.fence, at: 0 })),
      ]
    }
    if (d === 0 || !has) return
    const state = messageState(at(this.messages, m), Object.values(facts))
    if (world.left.stop > 0)
      yield [`stop ${m}`, spend(world, 'stop', (w) => this.add(w, d, m, { kind: 'stop', member: 'p' }))]
    if (world.left.send > 0 && state.kind === 'uncertain' && nobodyElseSends(world, m)) {
      const { attempt } = state
      yield [
        `a person says: send ${m}`,
        spend(world, 'send', (w) => this.add(w, d, m, { kind: 'decided', attempt, member: 'p', decision: 'send' })),
      ]
    }
  }

  private situation(world: World, d: D, m: number): Situation {
    const device = at(world.devices, d)
    const { facts, lookup } = at(device.messages, m)
    const { fearless = false, impatient = false, credulous = false } = this.flaw
    const found = lookup === 'stored' ? { ack: 0 } : lookup === 'acked' ? { ack: 1 } : undefined
    const former = at(DEVICES, 1 - d)
    return {
      now: world.late ? 40 * MINUTE : 5 * MINUTE,
      device: at(DEVICES, d),
      message: at(this.messages, m),
      facts: Object.values(facts),
      lease: device.lease
        ? {
            fence: device.lease,
            caughtUp: device.caughtUp || impatient,
            held: false,
            ...(device.feared ? { takeOver: { fence: device.lease, from: former, knew: new Map() } } : {}),
          }
        : undefined,
      knownToFormerHolder: !fearless && ((device.feared?.[m] ?? false) || at(this.messages, m).device === former),
      page: { stream: 'MAIN', synced: true, account: ACCOUNT, session: at(DEVICES, d), mainSince: 0, missing: [] },
      consent: 'in',
      consentRequired: true,
      recipient: { kind: 'present', chats: [`${m}@lid`] },
      lookup:
        lookup === ''
          ? undefined
          : found
            ? { kind: 'found', ...found }
            : { kind: lookup === 'none' ? 'none' : 'running' },
      evidence: { witness: device.history || credulous, disappearing: 'off' },
      refused: false,
      campaignChats: new Set(),
    }
  }

  private perform(world: World, d: D, m: number, action: Action): void {
    const sending = at(at(world.devices, d).messages, m)
    const stem = { at: world.late ? 39 * MINUTE : 0, by: at(DEVICES, d) }
    const look = sending.running ? 'running' : sending.row === '' ? 'none' : sending.row
    sending.lookup = action.do === 'look-up' ? look : ''
    if (action.do === 'dispatch') {
      sending.handing = true
      const handover = { chats: [...action.chats], account: ACCOUNT, session: at(DEVICES, d), textHash: '' }
      this.add(world, d, m, { kind: 'dispatching', ...placeOf(action), ...stem, handover })
    } else if (action.do === 'reserve') this.add(world, d, m, { kind: 'reserved', ...placeOf(action), ...stem })
    else if (action.do === 'receipt') this.add(world, d, m, { kind: action.receipt, ...placeOf(action), at: 0 })
    else if (action.do === 'uncertain')
      this.add(world, d, m, { kind: 'uncertain', ...placeOf(action), ...stem, reason: action.reason })
    else if (action.do === 'cancel') this.add(world, d, m, { kind: 'end', how: 'cancelled', ...stem })
    else if (action.do !== 'look-up') throw new Error(`${action.do} has no place in this model`)
  }

  private add(world: World, d: D, m: number, fact: Fact): void {
    const sending = at(at(world.devices, d).messages, m)
    const { key } = encodeFact(at(this.messages, m).id, fact)
    if (!(key in sending.facts)) sending.facts = { ...sending.facts, [key]: fact }
  }

  private sync(world: World, d: D): void {
    const device = at(world.devices, d)
    for (const [m, sending] of device.messages.entries()) {
      const server = at(world.server, m)
      server.has ||= sending.has
      server.facts = { ...sending.facts, ...server.facts }
      sending.has = server.has
      sending.facts = server.facts
      at(world.sentTo, d)[m] = server.has
    }
    if (world.holder === d) device.caughtUp = true
    else device.lease = 0
  }

  private mayRelease(world: World): boolean {
    const holder = at(world.devices, world.holder)
    return holder.messages.every(({ facts, handing }, m) => {
      const state = messageState(at(this.messages, m), Object.values(facts))
      const acked = Object.keys(facts).every((key) => key in at(world.server, m).facts)
      return !handing && state.kind !== 'dispatching' && acked && holder.lease === world.fence
    })
  }
}

function placeOf({ attempt, fence }: { attempt: number; fence: number }): { attempt: number; fence: number } {
  return { attempt, fence }
}

function dispatches(facts: Facts): Extract<Fact, { kind: 'dispatching' }>[] {
  const found = Object.values(facts).filter((fact) => fact.kind === 'dispatching')
  return found.sort((a, b) => b.attempt - a.attempt)
}

function grant(world: World, force: boolean): void {
  const former = world.holder
  const holder = (1 - former) as D
  if (!force) at(world.devices, former).lease = 0
  Object.assign(world, { holder, fence: world.fence + 1 })
  const feared = force ? [...at(world.sentTo, former)] : null
  Object.assign(at(world.devices, holder), { lease: world.fence, caughtUp: false, feared })
}

/** What the person is asked to make sure of before saying "send it again". */
function nobodyElseSends({ devices, accepted }: World, m: number): boolean {
  const idle = devices.every(({ messages }) => {
    const { row, running, handing } = at(messages, m)
    return row === '' && !running && !handing
  })
  return idle && accepted[m] === 0 && devices.filter(({ lease }) => lease > 0).length < 2
}

import { randomBytes } from 'node:crypto'
import { judge } from './judge.ts'
import type { Mock } from './mock.ts'
import { addressed, type Account } from './server/account.ts'
import type { Parts } from './server/routes.ts'
import type { Person, WireMessage } from './wire-types.ts'

type Controls = Omit<Mock, 'port' | 'close' | typeof Symbol.asyncDispose>

/** The test's side of a mock: plain functions over its server. */
export function controls(parts: Parts): Controls {
  const { account, holds, failures, events } = parts
  const { log } = account
  return {
    log,
    people: account.people,
    get accepted() {
      return log.filter(({ outcome }) => outcome === 'accepted')
    },
    get myLid() {
      return account.me.lid
    },
    get openPages() {
      return events.size
    },
    person: (phone) => existing(account, phone),
    addPerson: (seed) => {
      const person = account.add(seed)
      events.send({ kind: 'person', person, hasChat: account.chats.has(person.phone) })
      return person
    },
    judge: (claims) => judge(log, claims),
    hold: (point) => holds.hold(point),
    fail: (kind, { times, person } = {}) => {
      failures.plan(kind, {
        times: times ?? 1,
        person: person === undefined ? undefined : existing(account, person).phone,
      })
    },
    clearFailures: () => {
      failures.clear()
    },
    ...stateControls(parts),
    ...messageControls(parts),
  }
}

type StateControls = Pick<
  Mock,
  'setStream' | 'setHistory' | 'setModules' | 'setVersion' | 'setAccount' | 'setTimelock' | 'setCap'
>

function stateControls({ account, events }: Parts): StateControls {
  return {
    setStream: (mode) => {
      account.mode = mode
      events.send({ kind: 'stream', mode })
    },
    setHistory: (mode) => {
      account.history = mode
    },
    setModules: (faults) => {
      account.modules = { missing: [], renamed: {}, late: {}, ...faults }
    },
    setVersion: (version) => {
      account.version = version
      events.send({ kind: 'version', version })
    },
    setAccount: (me) => {
      account.me = me
      events.send({ kind: 'account', me })
    },
    setTimelock: (timelock) => {
      account.policy = { ...account.policy, timelock: { ...account.policy.timelock, ...timelock } }
      events.send({ kind: 'policy', policy: account.policy })
    },
    setCap: (cap) => {
      account.policy = { ...account.policy, cap: { ...account.policy.cap, ...cap } }
      events.send({ kind: 'policy', policy: account.policy })
    },
  }
}

function messageControls({ account, events, sending }: Parts): Pick<Mock, 'inbound' | 'sentElsewhere' | 'receipt'> {
  function file(phone: string, text: string, fromMe: boolean): WireMessage {
    const person = existing(account, phone)
    if (!fromMe) person.established = true
    const id = `3EB0${randomBytes(9).toString('hex').toUpperCase()}`
    const t = Math.floor(Date.now() / 1000)
    const message: WireMessage = { ...addressed(person, account.me, fromMe), id, type: 'chat', text, t, ack: 1 }
    account.messages.push(message)
    account.chats.add(person.phone)
    events.send({ kind: 'message', message, person })
    return message
  }
  return {
    inbound: (phone, text) => file(phone, text, false),
    sentElsewhere: (phone, text) => file(phone, text, true),
    receipt: async (id, ack) => {
      for (const message of account.messages)
        if (message.id === id && message.fromMe) await sending.receipt(message, ack)
    },
  }
}

function existing(account: Account, phone: string): Person {
  const person = account.byPhone(phone)
  if (person === undefined) throw new Error(`Nobody in the mock has the number ${phone}`)
  return person
}

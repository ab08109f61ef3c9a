import { randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { judge, type Claim, type Transmission, type Verdict } from './judge.ts'
import { settle, type MockOptions, type PersonSeed } from './options.ts'
import { Account, addressed } from './server/account.ts'
import { certificate } from './server/certificate.ts'
import { EventStream } from './server/event-stream.ts'
import { Failures, type FailureKind } from './server/failures.ts'
import { Holds, type Hold } from './server/holds.ts'
import { route, type Parts } from './server/routes.ts'
import { Sending } from './server/sending.ts'
import type {
  Ack,
  HistoryMode,
  ModuleFaults,
  NewChatCap,
  Person,
  Point,
  StreamMode,
  Timelock,
  WireMessage,
} from './wire-types.ts'

/** A WhatsApp Web account that tests can drive. Start browsers with `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:<port>`. */
export interface Mock extends AsyncDisposable {
  readonly port: number
  /** Every transmission that reached WhatsApp, in order. */
  readonly log: readonly Transmission[]
  readonly accepted: readonly Transmission[]
  readonly people: readonly Person[]
  /** Digits of the account's own hidden id. */
  readonly myLid: string
  person(phone: string): Person
  addPerson(seed: PersonSeed): Person
  judge(claims: readonly Claim[]): Verdict
  /** How many pages are connected. */
  readonly openPages: number

  hold(point: Point): Hold
  /** The next `times` (default 1) occasions for this person, or anyone, fail this way. */
  fail(kind: FailureKind, options?: { times?: number; person?: string }): void
  clearFailures(): void

  setStream(mode: StreamMode): void
  /** Takes effect at the next page load. */
  setHistory(mode: HistoryMode): void
  /** Takes effect at the next page load. */
  setModules(faults: Partial<ModuleFaults>): void
  /** WhatsApp ships a new build under the open page. */
  setVersion(version: string): void
  /** Another account is logged in. */
  setAccount(me: { phone: string; lid: string; name: string }): void
  setTimelock(timelock: Partial<Timelock>): void
  setCap(cap: Partial<NewChatCap>): void

  /** They write to us. */
  inbound(phone: string, text: string): WireMessage
  /** The same account sends from the phone or another device: it appears as ours, and is not the product's. */
  sentElsewhere(phone: string, text: string): WireMessage
  receipt(id: string, ack: Ack): Promise<void>
  close(): Promise<void>
}

export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const account = new Account(settle(options))
  const holds = new Holds()
  const failures = new Failures()
  const events = new EventStream()
  const parts: Parts = { account, holds, failures, events, sending: new Sending(account, holds, failures, events) }
  const { port, close } = await listen(parts, options.port ?? 0)
  return Object.assign(controls(parts), { port, close, [Symbol.asyncDispose]: close })
}

async function listen(parts: Parts, at: number): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(await certificate(), (request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)))
    })
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  // An idle connection closed under a request would make the browser transmit it again.
  server.keepAliveTimeout = 600_000
  async function close(): Promise<void> {
    parts.holds.releaseAll()
    parts.events.closeAll()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  return { port: (server.address() as AddressInfo).port, close }
}

type Controls = Omit<Mock, 'port' | 'close' | typeof Symbol.asyncDispose>

function controls(parts: Parts): Controls {
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

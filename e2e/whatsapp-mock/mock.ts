import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { controls } from './controls.ts'
import type { Claim, Transmission, Verdict } from './judge.ts'
import { settle, type MockOptions, type PersonSeed } from './options.ts'
import { Account } from './server/account.ts'
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
  /** Another account is logged in, or the same one linked anew as another `device`. */
  setAccount(me: { phone: string; lid: string; name: string; device?: number }): void
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

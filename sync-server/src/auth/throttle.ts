import { isIPv6 } from 'node:net'
import { sha256Hex } from '@parley/shared/ids'
import type Database from 'better-sqlite3'

const WINDOW = 15 * 60_000

/** Failed sign-ins per window. An account is counted from everywhere too, but higher: a stranger must not lock it out. */
const LIMITS = { pair: 5, address: 30, account: 50 } as const

type Keys = Record<keyof typeof LIMITS, string>

/** Counts failed sign-ins by account, by address and by both; kept in the database, so a restart forgets none. */
export class Throttle {
  readonly #db: Database.Database
  readonly #now: () => number

  constructor(db: Database.Database, now: () => number) {
    this.#db = db
    this.#now = now
  }

  /**
   * Counts an attempt before its password is looked at, so guesses made at once count too. Answers seconds to wait, or
   * 0 to go on; call `succeeded` when the password was right.
   */
  attempt(email: string, address: string): number {
    const since = this.#now() - WINDOW
    const keys = keysOf(email, address)
    this.#db.prepare('DELETE FROM attempt WHERE at <= ?').run(since)
    const full = Object.entries(LIMITS).find(([name, limit]) => this.#count(keys[name as keyof Keys]) >= limit)
    if (full) return Math.ceil((this.#oldest(keys[full[0] as keyof Keys]) - since) / 1000)
    const insert = this.#db.prepare('INSERT INTO attempt (key, at) VALUES (?, ?)')
    for (const key of Object.values(keys)) insert.run(key, this.#now())
    return 0
  }

  succeeded(email: string, address: string): void {
    const forget = this.#db.prepare('DELETE FROM attempt WHERE key = ?')
    const { pair, account } = keysOf(email, address)
    for (const key of [pair, account]) forget.run(key)
  }

  #count(key: string): number {
    return this.#db.prepare<[string], { n: number }>('SELECT count(*) n FROM attempt WHERE key = ?').get(key)?.n ?? 0
  }

  #oldest(key: string): number {
    const row = this.#db.prepare<[string], { at: number }>('SELECT min(at) at FROM attempt WHERE key = ?').get(key)
    return row?.at ?? 0
  }
}

/** Hashed: a table of failed sign-ins is no place for addresses. */
function keysOf(email: string, address: string): Keys {
  const network = networkOf(address)
  return {
    pair: sha256Hex(`pair ${email} ${network}`),
    address: sha256Hex(`address ${network}`),
    account: sha256Hex(`account ${email}`),
  }
}

/** An IPv6 customer has the last 64 bits to himself (RFC 6177), so addresses count by what is before them. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''))
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

import { expect, it } from 'vitest'
import type { ContactId, Random } from '@parley/shared/ids'
import { COMMANDS, QUERIES, type Checked, type CommandName, type ContactRow, type Input, type Page } from '../calls.ts'
import { CallFailure } from '../calls/failure.ts'
import { openRooms, type Rooms } from '../engine.ts'
import { docOfContact, encodeLayout, LAYOUT_KEY, newLayout, type Layout } from '../workspace/layout.ts'
import { Profile, sessionArea } from './testing.ts'

const SEEDS = 200
const MOVES = 24
const LAYOUT: Layout = { ...newLayout('w000000000000000' as Layout['workspace']), shards: 2 }

/** One device: the engine's own functions over a store of its own, which may be thrown away and started again. */
class Device {
  readonly profile = new Profile()
  readonly #random: Random
  readonly #now: () => number
  rooms!: Rooms
  /** Log rows of its own that the other one has. */
  sent = 0
  #commands = 0

  constructor(random: Random, now: () => number) {
    this.#random = random
    this.#now = now
  }

  async start(): Promise<void> {
    const store = await this.profile.start({ random: this.#random, now: this.#now, server: true })
    await store.command('enter', 'enter', (work) => {
      work.put('kv', { key: LAYOUT_KEY, value: encodeLayout(LAYOUT) })
      return Promise.resolve(null)
    })
    this.rooms = await openRooms(store, this.#random)
  }

  /** The engine starts again; with `browser` the whole browser, whose session storage is gone. */
  async restart(browser = false): Promise<void> {
    await this.rooms.store.close()
    if (browser) this.profile.session = sessionArea()
    await this.start()
  }

  /** A command that fails after it has changed a document. */
  async fail(id: string, name: string): Promise<void> {
    const { store, current } = this.rooms
    const failing = store.command(`fail${String(++this.#commands)}`, 'fail', async (work) => {
      await work.edit(docOfContact(current.require(), id as ContactId), (m) =>
        m.set(`${id}/f/fullName`, [name, 'lost000000']),
      )
      throw new Error('on purpose')
    })
    await failing.catch(() => undefined)
  }

  /** Compacts the documents whose names hold `kind`. */
  async compact(kind: string): Promise<void> {
    for (const doc of await this.rooms.store.names(kind)) await this.rooms.store.compact(doc)
  }

  /** A command as a person gives it; refusals are part of life. */
  async run<N extends CommandName & keyof Rooms['commands']>(name: N, input: Input<N>): Promise<unknown> {
    const handler = this.rooms.commands[name] as (work: unknown, input: unknown) => Promise<unknown>
    const checked = COMMANDS[name].parse(input)
    const id = `${name}${String(++this.#commands)}`
    return this.rooms.store
      .command(id, name, (work) => handler(work, checked))
      .catch((error: unknown) => {
        if (!(error instanceof CallFailure)) throw error
        return undefined
      })
  }

  /** Hands over the next rows the other has not seen, as a server would: document by document, in order. */
  async sendTo(other: Device, limit = Infinity): Promise<void> {
    const all = await this.profile.database().log.where('i').above(this.sent).toArray()
    const rows = all.slice(0, limit)
    this.sent = rows.at(-1)?.i ?? this.sent
    const mine = Map.groupBy(
      rows.filter((row) => row.mine === 1),
      ({ doc }) => doc,
    )
    for (const [doc, own] of mine)
      await other.rooms.store.receive(
        doc,
        own.map(({ update }) => update),
      )
  }

  contacts(deleted: boolean): Promise<Page<ContactRow>> {
    return this.rooms.queries['contacts.page'].run(page({ deleted }))
  }

  async documents(): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {}
    for (const doc of await this.rooms.store.names('')) found[doc] = await this.rooms.store.read(doc, (m) => m.toJSON())
    return found
  }
}

function page(input: Input<'contacts.page'>): Checked<'contacts.page'> {
  return QUERIES['contacts.page'].parse({ limit: 500, sort: 'created', ...input })
}

/** mulberry32: the same moves for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One game: two devices, moves by the dice. Both keep what the moves need to choose from. */
class Game {
  readonly devices: readonly [Device, Device]
  readonly #roll: () => number
  readonly #operations: string[] = []

  constructor(seed: number) {
    this.#roll = dice(seed)
    const random: Random = (bytes) => Uint8Array.from({ length: bytes }, () => this.#upTo(256))
    // Two commands may fall into one millisecond, the two clocks differ, and the month ends.
    let time = Date.UTC(2026, 10, 30, 23, 59, 59, 980)
    const clock = (ahead: number) => () => (time += this.#upTo(3)) + ahead
    this.devices = [new Device(random, clock(0)), new Device(random, clock(5))]
  }

  async play(): Promise<void> {
    for (const device of this.devices) await device.start()
    for (let move = 0; move < MOVES; move++) {
      const [first, second] = this.devices
      const done = await (this.#chance(0.5) ? this.#move(first, second) : this.#move(second, first))
      if (done instanceof Object && 'opId' in done) this.#operations.push(String(done.opId))
    }
  }

  async #move(device: Device, other: Device): Promise<unknown> {
    const { rows } = await device.contacts(false)
    const one = this.#pick(rows)
    const ids = rows.filter(() => this.#chance(0.4)).map(({ id }) => id)
    const fullName = `n${String(this.#upTo(50))}`
    const phone001 = `+49151234567${String(10 + this.#upTo(40))}`
    const tags = ['VIP', 'Berlin'].slice(this.#upTo(3))
    const create = () => device.run('contacts.create', { fields: { fullName, phone001 }, tags })
    if (!one) return create()
    const edit = (fields: Record<string, string | null>) => device.run('contacts.edit', { id: one.id, fields })
    const some = ids.length > 0 ? ids : [one.id]
    const moves: (() => Promise<unknown>)[] = [
      create,
      () => edit({ fullName }),
      () => edit({ city0000: this.#chance(0.2) ? null : fullName }),
      () => edit({ phone001 }),
      () => device.run('contacts.tag', { ids: some, add: tags, remove: one.tags.slice(0, this.#upTo(2)) }),
      () => device.run('contacts.delete', { ids: some }),
      () => device.run('contacts.restore', { ids: some }),
      () => device.run('contacts.optOut', { id: one.id }),
      () => device.run('contacts.optIn', { id: one.id, source: 'Fair', date: '2026-11-20' }),
      () => device.run('operations.undo', { opId: this.#pick(this.#operations) ?? 'none000000' }),
      () => device.fail(one.id, fullName),
      () => device.restart(this.#chance(0.3)),
      () => device.compact(this.#pick(['c/', 's/', 'h/', 'w/']) ?? ''),
      () => device.sendTo(other, 1 + this.#upTo(20)),
      () => device.sendTo(other, 1 + this.#upTo(20)),
    ]
    return this.#pick(moves)?.()
  }

  #upTo(n: number): number {
    return Math.floor(this.#roll() * n)
  }

  #chance(of: number): boolean {
    return this.#roll() < of
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[this.#upTo(items.length)]
  }
}

it(`[SY10] devices that edit, undo, restart and compact apart hold the same once they have exchanged their rows (${String(SEEDS)} seeds)`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const game = new Game(seed)
    await game.play()
    const [a, b] = game.devices
    await a.sendTo(b)
    await b.sendTo(a)
    expect(await a.documents(), `seed ${String(seed)}`).toEqual(await b.documents())
    for (const deleted of [false, true])
      expect(await a.contacts(deleted), `seed ${String(seed)}: index`).toEqual(await b.contacts(deleted))
    const before = [await a.documents(), await a.contacts(false)]
    await a.restart()
    expect([await a.documents(), await a.contacts(false)], `seed ${String(seed)}: restart`).toEqual(before)
    await a.rooms.store.close()
    await b.rooms.store.close()
  }
}, 300_000)

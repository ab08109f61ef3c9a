import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { contactDoc, teamDoc, type DocName } from '@parley/shared/ids'
import type { ServerSays } from '@parley/shared/sync'
import { expect, it } from 'vitest'
import { ServerProcess } from './server-process.ts'
import { TestDevice, type OpenDocument } from './test-client.ts'
import { newMember, type Member } from './test-server.ts'

const ROUNDS = 12

const keyOf = (kind: string, round: number, n: number): string =>
  `${kind}${String(round).padStart(2, '0')}${String(n).padStart(13, '0')}`

/** Writes one contact after another, a few in flight, and knows which ones were acknowledged. */
class Writer {
  readonly #open: OpenDocument
  readonly #keys: string[] = []
  acked: readonly string[] = []
  #stopped = false

  constructor(open: OpenDocument) {
    this.#open = open
    open.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (!this.#stopped) this.acked = this.#keys.slice(0, this.#keys.length - number)
    })
    open.provider.on('close', () => (this.#stopped = true))
  }

  async run(round: number): Promise<void> {
    while (!this.#stopped) {
      while (this.#open.provider.unsyncedChanges < 8) {
        const key = keyOf('w', round, this.#keys.length)
        this.#keys.push(key)
        this.#open.m.set(key, [1, key])
      }
      await sleep(1)
    }
  }
}

/** Opens, writes, waits for the ack and leaves, again and again: each time the server makes a snapshot and unloads. */
class Visitor {
  readonly acked: string[] = []
  #goOn = true

  async run(device: TestDevice, name: DocName, round: number): Promise<void> {
    for (let n = 0; ; n++) {
      const open = device.open(name)
      const key = keyOf('v', round, n)
      open.m.set(key, [1, key])
      while (this.#goOn && !open.acked) await sleep(1)
      if (!open.acked) return
      this.acked.push(key)
      open.provider.destroy()
    }
  }

  stop(): void {
    this.#goOn = false
  }
}

/** The newest number of every document that the device was told, under the epochs it was told. */
class Numbers {
  readonly epochs = new Set<string>()
  readonly newest = new Map<string, number>()
  readonly fallen: string[] = []

  async listen(device: TestDevice, member: Member): Promise<void> {
    const { said, provider } = device.open(teamDoc(member.workspace))
    const take = ({ epoch, docs }: ServerSays): void => {
      this.epochs.add(epoch)
      for (const [name, seq] of Object.entries(docs)) {
        if (seq < (this.newest.get(name) ?? 0)) this.fallen.push(name)
        this.newest.set(name, seq)
      }
    }
    await expect.poll(() => said.length).toBeGreaterThan(0)
    said.forEach(take)
    provider.on('stateless', () => said.slice(-1).forEach(take))
  }
}

/** One life of the server: work until enough is acknowledged, kill it, and add to `mustHold` what it owes. */
async function life(
  round: number,
  member: Member,
  server: ServerProcess,
  mustHold: Map<DocName, Set<string>>,
  numbers: Numbers,
): Promise<void> {
  const names = [0, 1, 2].map((shard) => contactDoc(member.workspace, 0, shard))
  const visited = contactDoc(member.workspace, 0, 3)
  using writing = await TestDevice.of(member)
  using watching = await TestDevice.of(member)
  using visiting = await TestDevice.of(member)
  await numbers.listen(watching, member)
  const [written, watched] = [names.map((name) => writing.open(name)), names.map((name) => watching.open(name))]
  await expect.poll(() => [...written, ...watched].every(({ acked }) => acked)).toBe(true)

  const [writers, visitor] = [written.map((open) => new Writer(open)), new Visitor()]
  const running = [...writers.map((writer) => writer.run(round)), visitor.run(visiting, visited, round)]
  const enough = 10 + ((round * 37) % 60)
  while (writers.some(({ acked }) => acked.length < enough) || visitor.acked.length < 2) await sleep(1)
  await server.kill('SIGKILL')
  visitor.stop()
  await Promise.all(running)

  const owe = (name: DocName, keys: Iterable<string>): unknown =>
    mustHold.set(name, (mustHold.get(name) ?? new Set()).union(new Set(keys)))
  for (const [i, name] of names.entries()) {
    owe(name, writers[i]?.acked ?? [])
    owe(name, watched[i]?.m.keys() ?? [])
  }
  owe(visited, visitor.acked)
}

async function missing(member: Member, mustHold: ReadonlyMap<DocName, ReadonlySet<string>>): Promise<string[]> {
  using device = await TestDevice.of(member)
  const lost: string[] = []
  for (const [name, keys] of mustHold) {
    const open = device.open(name)
    await expect.poll(() => open.acked).toBe(true)
    lost.push(...[...keys].filter((key) => !open.m.has(key)))
  }
  return lost
}

it(`[SY42, SY46] kill -9 in the middle of a stream, ${ROUNDS} times: nothing acknowledged and nothing seen by others is lost, no number falls`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-kill-'))
  const mustHold = new Map<DocName, Set<string>>()
  const numbers = new Numbers()
  let member: Member | undefined
  for (let round = 0; round <= ROUNDS; round++) {
    await using server = new ServerProcess(data)
    const url = await server.url()
    member = member ? { ...member, url } : await newMember(url)
    expect(await missing(member, mustHold), `after ${round} kills`).toEqual([])
    if (round < ROUNDS) await life(round, member, server, mustHold, numbers)
  }
  expect(mustHold.size).toBe(4)
  expect([numbers.fallen, numbers.epochs.size]).toEqual([[], 1])
  expect([...mustHold.keys()].filter((name) => !numbers.newest.has(name))).toEqual([])
  expect(Math.min(...[...mustHold.values()].map(({ size }) => size))).toBeGreaterThanOrEqual(2 * ROUNDS)
  rmSync(data, { recursive: true })
}, 600_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactDoc, type DocName } from '@parley/shared/ids'
import { expect, it } from 'vitest'
import { ServerProcess } from './server-process.ts'
import { TestDevice, type OpenDocument } from './test-client.ts'
import { newDevice, newMember, type Member } from './test-server.ts'

const ROUNDS = 12
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Writes one contact after another, a few in flight, and knows which ones were acknowledged. */
class Writer {
  readonly open: OpenDocument
  readonly #keys: string[] = []
  readonly #round: number
  acked: readonly string[] = []
  #stopped = false

  constructor(open: OpenDocument, round: number) {
    this.open = open
    this.#round = round
    open.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (!this.#stopped) this.acked = this.#keys.slice(0, this.#keys.length - number)
    })
    open.provider.on('close', () => (this.#stopped = true))
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      if (this.open.provider.unsyncedChanges < 8) {
        const key = `r${String(this.#round).padStart(2, '0')}${String(this.#keys.length).padStart(13, '0')}`
        this.#keys.push(key)
        this.open.m.set(key, [1, key])
      }
      await turn()
    }
  }
}

/** Opens, writes, waits for the ack and closes again: each time the last reader leaves, the server makes a snapshot. */
async function visit(
  member: Member,
  name: DocName,
  round: number,
  acked: string[],
  goOn: () => boolean,
): Promise<void> {
  using device = await TestDevice.of(member)
  for (let n = 0; goOn(); n++) {
    const open = device.open(name)
    while (goOn() && !open.acked) await turn()
    if (!goOn()) return
    const key = `v${String(round).padStart(2, '0')}${String(n).padStart(13, '0')}`
    open.m.set(key, [1, key])
    while (goOn() && !open.acked) await turn()
    if (open.acked) acked.push(key)
    open.provider.destroy()
  }
}

it(`[SY42] kill -9 in the middle of a stream, ${ROUNDS} times: nothing acknowledged and nothing seen by others is lost`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-kill-'))
  let member: Member | undefined
  const mustHold = new Map<DocName, Set<string>>()
  for (let round = 0; round < ROUNDS; round++) {
    const server = new ServerProcess(data)
    const url = await server.url()
    member = member ? { ...member, url } : await newMember(url)
    const names = [0, 1, 2].map((shard) => contactDoc(member?.workspace ?? ('' as never), 0, shard))
    const visited = contactDoc(member.workspace, 0, 3)
    const deviceId = await newDevice(member)
    {
      using device = await TestDevice.of(member, deviceId)
      using watching = await TestDevice.of(member)
      const opened = [...names, visited].map((name) => watching.open(name))
      const writers = names.map((name) => new Writer(device.open(name), round))
      const all = [...opened, ...writers.map(({ open }) => open)]
      await expect.poll(() => all.every(({ acked }) => acked)).toBe(true)
      for (const [name, keys] of mustHold)
        expect(
          opened.filter(({ provider }) => provider.configuration.name === name).flatMap(({ m }) => [...m.keys()]),
          `round ${round}`,
        ).toEqual(expect.arrayContaining([...keys]))
      opened.at(-1)?.provider.destroy()
      const running = writers.map((writer) => writer.run())
      const visits: string[] = []
      let alive = true
      running.push(visit(member, visited, round, visits, () => alive))
      console.log('start', round, url, performance.now())
      const enough = 20 + ((round * 37) % 100)
      while ((writers[0]?.acked.length ?? 0) < enough || visits.length < 2) await turn()
      console.log(
        'round',
        round,
        writers.map((w) => w.acked.length),
        visits.length,
      )
      await server.kill('SIGKILL')
      alive = false
      await Promise.all(running)
      for (const [i, name] of names.entries()) {
        const seen = [...(opened[i]?.m.keys() ?? [])]
        mustHold.set(name, new Set([...(mustHold.get(name) ?? []), ...(writers[i]?.acked ?? []), ...seen]))
      }
      mustHold.set(visited, new Set([...(mustHold.get(visited) ?? []), ...visits]))
    }
  }
  const last = new ServerProcess(data)
  const url = await last.url()
  if (!member) throw new Error('no round')
  {
    using device = await TestDevice.of({ ...member, url })
    for (const [name, keys] of mustHold) {
      const open = device.open(name)
      await expect.poll(() => open.acked).toBe(true)
      const lost = [...keys].filter((key) => !open.m.has(key))
      expect(lost, name).toEqual([])
      expect(keys.size).toBeGreaterThan(ROUNDS)
    }
  }
  await last.kill('SIGTERM')
  rmSync(data, { recursive: true })
})

import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import type { Page } from 'playwright'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopAt } from '../../harness/breakpoints.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist, say } from '../../pages/engine-port.ts'

const build = join(inject('builds'), 'chrome-mv3')
const ada = { fields: { fullName: 'Ada Lovelace', phone001: '+4915123456789' } }

let device: Chromium
let app: Page

beforeEach(async () => {
  device = await launchChromium({ builds: inject('builds') })
  app = await device.openApp()
  await insist(app, 'workspace', 'workspace.create', { name: 'Bakery', country: 'DE' })
})

afterEach(() => device.close())

async function names(): Promise<string[]> {
  const { rows, total } = await insist(app, crypto.randomUUID(), 'contacts.page', { limit: 500 })
  expect(rows).toHaveLength(total)
  return rows.map(({ name }) => name)
}

it('[SY2] killed inside the transaction: nothing of the command is kept, and sent again it is done once', async () => {
  const stop = await stopAt(device, build, 'engine/store/commit.ts', 'await db.log.bulkAdd(work.rows)')
  const reply = say(app, 'create', 'contacts.create', ada)
  await stop.reached
  await device.stopWorker()
  stop.detach()
  expect(await reply).toBe('gone')

  expect(await names()).toEqual([])
  const made = await insist(app, 'create', 'contacts.create', ada)
  expect(await insist(app, 'create', 'contacts.create', ada)).toEqual(made)
  expect(await names()).toEqual(['Ada Lovelace'])
})

it('[SY1] killed after the commit, before the answer: the command is kept, and sent again it answers its result', async () => {
  const stop = await stopAt(device, build, 'engine/store/store.ts', 'for (const listener of this.#listeners)')
  const reply = say(app, 'create', 'contacts.create', ada)
  await stop.reached
  await device.stopWorker()
  stop.detach()
  expect(await reply).toBe('gone')

  expect(await names()).toEqual(['Ada Lovelace'])
  const made = await insist(app, 'create', 'contacts.create', ada)
  const { rows } = await insist(app, 'page', 'contacts.page', {})
  expect(rows.map(({ id }) => id)).toEqual([made.id])
  const operations = await insist(app, 'recent', 'operations.recent', {})
  expect(operations.map(({ opId, kind }) => [opId, kind])).toEqual([[made.opId, 'create']])
})

it('[SY8] killed again and again under a stream of commands: nothing is lost and nothing doubled', async () => {
  const wanted = Array.from({ length: 30 }, (_, n) => `Contact ${String(n).padStart(2, '0')}`)
  for (const [n, name] of wanted.entries()) {
    const input = { fields: { fullName: name } }
    const first = say(app, name, 'contacts.create', input)
    // Further into the command each time: from before it is read to after its answer.
    await sleep(n * 4)
    if (n % 2 === 0) await device.stopWorker()
    await first
    await insist(app, name, 'contacts.create', input)
  }
  expect(await names()).toEqual(wanted)
  await device.stopWorker()
  expect(await names()).toEqual(wanted)
})

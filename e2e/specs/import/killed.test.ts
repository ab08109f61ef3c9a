import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { stopAt, type Stop } from '../../harness/breakpoints.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { storedCounts, storedValue, storeLines } from '../../pages/stored-rows.ts'

const build = join(inject('builds'), 'chrome-mv3')
const ROWS = 20_000
/** Long rows make small chunks, so that there are enough to be killed in. */
const LINE = `Person #,+49151#,${'lorem '.repeat(170)}`
const MAPPING = { 0: 'field:fullName', 1: 'phone:1', 2: 'field:notes000' }

let device: Chromium
/** A page of the extension's origin that asks the engine nothing: only the worker and the alarm wake it. */
let observer: Page

beforeEach(async () => {
  device = await launchChromium({ builds: inject('builds') })
  observer = await device.openApp('manifest.json')
})

afterEach(() => device.close())

/** Has the app start an import, and closes it. */
async function startImport(): Promise<string> {
  const app = await device.openApp()
  await insist(app, 'workspace', 'workspace.create', { name: 'Bakery', country: 'DE' })
  const blobKey = `import/${String(Date.now())}-e2e`
  await storeLines(observer, blobKey, 'name,phone,notes', LINE, ROWS)
  const input = { blobKey, fileName: 'people.csv', country: 'DE', mapping: MAPPING }
  const { jobId } = await insist(app, 'import', 'import.start', input)
  await app.close()
  return jobId
}

interface Job {
  state: string
  next: number
  rows: number
  imported: number
  merged: number
  rejected: number
}

async function jobOf(jobId: string): Promise<Job> {
  return (await storedValue(observer, `import/job/${jobId}`)) as Job
}

async function finished(jobId: string): Promise<Job> {
  await expect.poll(async () => (await jobOf(jobId)).state, { timeout: 100_000, interval: 100 }).toBe('done')
  return jobOf(jobId)
}

/** Stops the engine's worker at a line it comes by, as soon as there is one to attach to. */
async function killAt(source: string, needle: string): Promise<void> {
  const stop = await attached(source, needle)
  await stop.reached
  await device.stopWorker()
  stop.detach()
}

async function attached(source: string, needle: string): Promise<Stop> {
  for (;;) {
    try {
      return await stopAt(device, build, source, needle)
    } catch (error) {
      if (!String(error).includes('no running service worker')) throw error
      await sleep(20)
    }
  }
}

async function closeOffscreen(): Promise<void> {
  await observer.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { offscreen: { closeDocument(): Promise<void> } } }
    await chrome.offscreen.closeDocument()
  })
}

/** Lines between which the engine must survive: before anything, inside the transaction, after it, before the next. */
const KILL_POINTS = [
  ['engine/contacts/import/take-chunk.ts', 'const changes = await writeContacts'],
  ['engine/store/commit.ts', 'await db.log.bulkAdd(work.rows)'],
  ['engine/store/store.ts', 'for (const listener of this.#listeners)'],
  ['engine/contacts/import/importer.ts', 'if (!open) await this.#settle(jobId)'],
] as const

it(
  '[CO46] killed 12 times at chosen lines and at any moment, 20,000 rows are imported once each',
  { timeout: 300_000 },
  async () => {
    const jobId = await startImport()
    for (let round = 0; round < 2; round++) {
      for (const [source, needle] of KILL_POINTS) await killAt(source, needle)
      for (let n = 0; n < 2; n++) {
        const { next } = await jobOf(jobId)
        await expect.poll(async () => (await jobOf(jobId)).next, { timeout: 40_000, interval: 5 }).toBeGreaterThan(next)
        await device.stopWorker()
      }
    }
    expect((await jobOf(jobId)).state).not.toBe('done')
    // The worker's place dies too; then both at once.
    await closeOffscreen()
    await device.stopWorker()
    const job = await finished(jobId)
    expect(job).toMatchObject({ rows: ROWS, imported: ROWS, merged: 0, rejected: 0 })
    const app = await device.openApp()
    const page = await insist(app, 'page', 'contacts.page', { operation: jobId, limit: 1 })
    expect(page).toMatchObject({ total: ROWS, matching: ROWS })
    expect(await storedCounts(observer, ['stage', 'blob'])).toEqual([0, 0])
    const [operation] = await insist(app, 'recent', 'operations.recent', {})
    expect(operation).toMatchObject({ opId: jobId, kind: 'import', created: ROWS })
  },
)

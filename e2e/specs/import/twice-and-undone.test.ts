import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import type { ImportJob } from '../../../extension/src/engine/calls.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { storeText } from '../../pages/stored-rows.ts'

const MAPPING = { 0: 'field:fullName', 1: 'phone:1', 2: 'field:city0000' }

let device: Chromium
let app: Page

beforeEach(async () => {
  device = await launchChromium({ builds: inject('builds') })
  app = await device.openApp()
  await insist(app, 'workspace', 'workspace.create', { name: 'Bakery', country: 'DE' })
})

afterEach(() => device.close())

async function imported(text: string, mapping: Record<number, string> = MAPPING): Promise<ImportJob> {
  const blobKey = `import/${String(Date.now())}-e2e`
  await storeText(app, blobKey, text)
  const input = { blobKey, fileName: 'people.csv', country: 'DE', mapping, tags: ['Fair'] }
  const { jobId } = await insist(app, blobKey, 'import.start', input)
  let found: ImportJob | undefined
  await expect
    .poll(
      async () => {
        const jobs = await insist(app, crypto.randomUUID(), 'import.jobs', {})
        found = jobs.find((job) => job.jobId === jobId)
        return found?.state
      },
      { timeout: 60_000 },
    )
    .toBe('done')
  if (!found) throw new Error('The job went')
  return found
}

function people(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `Person ${String(i)},0151${String(10_000_000 + i)},Rome`)
  return ['name,phone,city', ...rows].join('\n')
}

it('[CO39] [CO49] a file imported twice is imported once, and undone but for what was edited since', async () => {
  const first = await imported(people(3_000))
  expect(first).toMatchObject({ rows: 3_000, imported: 3_000, merged: 0, rejected: 0 })
  expect(await imported(people(3_000))).toMatchObject({ rows: 3_000, imported: 0, merged: 3_000, rejected: 0 })
  const { rows, total } = await insist(app, 'page', 'contacts.page', { search: 'Person 77', limit: 1 })
  expect(total).toBe(3_000)

  const edited = rows[0]?.id ?? ''
  await insist(app, 'edit', 'contacts.edit', { id: edited, fields: { city0000: 'Paris' } })
  await device.stopWorker()
  expect(await insist(app, 'undo', 'operations.undo', { opId: first.opId })).toMatchObject({ left: 1 })
  const left = await insist(app, 'left', 'contacts.page', {})
  expect([left.total, ...left.rows.map(({ id }) => id)]).toEqual([1, edited])
})

it('[CO35] [CO38] the file of bad rows gives its rejects, row by row', async () => {
  const text = await readFile('e2e/fixtures/imports/bad-rows.csv', 'utf8')
  const job = await imported(text, {
    0: 'field:fullName',
    1: 'phone:1',
    2: 'tags',
    4: 'consentDate',
    5: 'field:notes000',
  })
  expect(job).toMatchObject({ rows: 26, imported: 5, merged: 1, rejected: 20 })
  const rejects = await insist(app, 'rejects', 'import.rejects', { jobId: job.jobId })
  expect([rejects.total, rejects.rows[0]]).toEqual([20, { row: 3, column: 'Phone', value: '', reason: 'empty' }])
})

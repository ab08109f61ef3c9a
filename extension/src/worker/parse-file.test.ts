import { openAsBlob } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { STANDARD_FIELDS, type Mapping } from '@parley/shared/contacts'
import { Profile } from '../engine/store/testing.ts'
import { MAX_UNTAKEN } from './limits.ts'
import { mapChunk, rowReader } from './map-rows.ts'
import { parseFile } from './parse-file.ts'
import { fileFormat, rawChunks } from './raw-chunks.ts'
import type { StagedChunk } from './staged-chunk.ts'

const { fullName, notes, phone } = STANDARD_FIELDS

async function* mappedChunks(blob: Blob, mapping: Mapping, country = 'DE'): AsyncGenerator<StagedChunk> {
  const format = await fileFormat(blob, {})
  for await (const chunk of rawChunks(blob, format))
    yield mapChunk(
      chunk,
      rowReader(chunk.headers, mapping, country, () => fullName),
    )
}

const BAD_ROWS_MAPPING: Mapping = {
  0: `field:${fullName}`,
  1: 'phone:1',
  2: 'tags',
  3: 'optOut',
  4: 'consentDate',
  5: `field:${notes}`,
}

it('[CO35] twenty kinds of bad row are each rejected with row, column, value and reason, and no good row with them', async () => {
  const blob = new Blob([await readFile('e2e/fixtures/imports/bad-rows.csv')])
  const [chunk] = await Array.fromAsync(mappedChunks(blob, BAD_ROWS_MAPPING))
  expect(chunk?.rejects.map(({ row, column, value, reason }) => [row, column, value.slice(0, 40), reason])).toEqual([
    [3, 'Phone', '', 'empty'],
    [4, 'Phone', '84218273645123@lid', 'lid'],
    [5, 'Phone', '4915112345678-1600000000@g.us', 'not-a-person'],
    [6, 'Phone', 'ann@example.com', 'not-a-person'],
    [7, 'Phone', 'https://wa.me/qr/ABCDEFGH', 'link-without-number'],
    [9, 'Phone', '4.9151E+12', 'scientific'],
    [10, 'Phone', 'call me', 'letters'],
    [11, 'Phone', '+49 151 1234*5678', 'symbols'],
    [12, 'Phone', '+49 151 12345678 / +49 170 1234567', 'two-numbers'],
    [13, 'Phone', '030 1234567 ext 12', 'extension'],
    [16, 'Phone', '33612345678', 'ambiguous'],
    [17, 'Phone', '+999 12345678', 'country-code'],
    [18, 'Phone', '+49 15', 'too-short'],
    [19, 'Phone', '+49 151 1234567812345678', 'too-long'],
    [20, 'Phone', '+49 10 000000', 'not-in-use'],
    [21, '', '"16 quote never closed,+49 151 12345678,', 'broken-quotes'],
    [23, '', '"17 text" after a quote,+49 151 12345678', 'broken-quotes'],
    [24, 'Notes', 'z'.repeat(40), 'value-too-long'],
    [25, 'Consent date', '31.02.2026', 'consent-date'],
    [26, 'Phone', '', 'empty'],
  ])
  expect(chunk?.rejects.every(({ value }) => value.length <= 200)).toBe(true)
  expect(chunk?.drafts.map(({ fields, tags }) => [fields[fullName], fields[phone], ...tags])).toEqual([
    ['Good plain', '+4915112345671', 'vip'],
    ['Good apostrophe', '+4915112345672'],
    ['Good line break', '+4915112345673'],
    ['Good after a bad quote', '+4915112345674'],
    ['Good doubled "quote"', '+4915112345675', 'vip', '"new"'],
    ['Good again', '+4915112345671', 'new'],
  ])
  expect(chunk?.drafts[2]?.fields[notes]).toBe('first line\nsecond, line')
})

async function stored(profile: Profile, text: string): Promise<void> {
  const db = profile.database()
  await db.blob.put({ key: 'file', blob: new Blob([text]) })
  db.close()
}

function numbered(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => `N${i},+49151${String(10_000_000 + i)}`)
  return ['name,phone', ...lines].join('\n')
}

const task = {
  jobId: 'job0000001',
  blobKey: 'file',
  mapping: { 0: `field:${fullName}`, 1: 'phone:1' } as Mapping,
  country: 'DE',
}

it('[CO36] chunks are the same whenever they are read, so a stopped import goes on at the first one missing', async () => {
  const profile = new Profile()
  await stored(profile, numbered(2_500))
  const db = profile.database()
  await parseFile(db, { ...task, firstChunk: 0 }, () => undefined)
  const all = await db.stage.toArray()
  expect(all.map(({ n }) => n)).toEqual([0, 1, 2])
  await db.stage.clear()
  await parseFile(db, { ...task, firstChunk: 1 }, () => undefined)
  expect(await db.stage.toArray()).toEqual(all.slice(1))
  // Staging a chunk again changes nothing.
  await parseFile(db, { ...task, firstChunk: 1 }, () => undefined)
  expect(await db.stage.toArray()).toEqual(all.slice(1))
})

it('[CO37] the worker waits while eight chunks are not taken over', async () => {
  const profile = new Profile()
  await stored(profile, numbered(10_500))
  const db = profile.database()
  const parsed = parseFile(db, { ...task, firstChunk: 0 }, () => undefined)
  await vi.waitFor(async () => expect(await db.stage.count()).toBe(MAX_UNTAKEN), { timeout: 20_000 })
  await db.stage.bulkDelete(Array.from({ length: 3 }, (_, n) => [task.jobId, n]))
  expect(await parsed).toBe(undefined)
  expect((await db.stage.toArray()).at(-1)).toMatchObject({ n: 10, rows: { last: true } })
})

it('[CO32] a mapping without a column of numbers, and a file that is gone, are closed reasons', async () => {
  const profile = new Profile()
  await stored(profile, numbered(3))
  const db = profile.database()
  const noPhone = { ...task, mapping: { 0: `field:${fullName}` } as Mapping, firstChunk: 0 }
  expect(await parseFile(db, noPhone, () => undefined)).toEqual({ reason: 'no-phone-column' })
  const gone = { ...task, blobKey: 'other', firstChunk: 0 }
  expect(await parseFile(db, gone, () => undefined)).toEqual({ reason: 'unreadable-file' })
})

it('[CO37] a file of 300 MB is read with flat memory', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-big-'))
  const path = join(folder, 'big.csv')
  await writeBig(path, 300)
  let peak = 0
  let rows = 0
  const before = used()
  for await (const chunk of mappedChunks(await openAsBlob(path), {
    0: `field:${fullName}`,
    1: 'phone:1',
    2: `field:${notes}`,
  })) {
    rows += chunk.drafts.length + chunk.rejects.length
    peak = Math.max(peak, used() - before)
  }
  await rm(folder, { recursive: true })
  console.log(`300 MB, ${rows} rows: ${String(Math.round(peak / 1e6))} MB above the start at most`)
  expect(rows).toBe(300 * 256)
  // Garbage not collected yet included.
  expect(peak).toBeLessThan(150e6)
})

function used(): number {
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return heapUsed + Math.max(arrayBuffers, external)
}

/** `megabytes` MiB of rows of 4 KiB. */
async function writeBig(path: string, megabytes: number): Promise<void> {
  const file = await open(path, 'w')
  await file.write('name,phone,notes\n')
  for (let at = 0; at < megabytes; at++) {
    const rows = Array.from({ length: 256 }, (_, i) => `Ännchen,+49151${String(10_000_000 + at * 256 + i)},`)
    await file.write(rows.map((row) => `${row}${'n'.repeat(4_095 - new TextEncoder().encode(row).length)}\n`).join(''))
  }
  await file.close()
}

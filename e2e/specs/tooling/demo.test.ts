import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-demo-test-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function demo(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['scripts/demo.ts', ...args], { encoding: 'utf8' })
}

/** British numbers for drama, written as people there write them, in a file as a German spreadsheet saves it. */
const PEOPLE = Array.from({ length: 30 }, (_, at) => `Guest ${String(at)};020 7946 0${String(100 + at)};`)
const AGAIN = ['Guest Zero;+44 20 7946 0100;', 'GUEST ONE;0044 2079460101;']
const OPTED_OUT = ['Mind;020 7946 0201;yes', 'Mine;020 7946 0202;yes']
const REJECTED = ['Nobody;;', 'Words;call me;', 'Short;020 79;', 'Lost digits;4,42079E+11;']
const FILE = ['Name;Mobile number;Opted out', ...PEOPLE, '', ...AGAIN, ...OPTED_OUT, ...REJECTED, ''].join('\r\n')

it('[OP10] the demo adds up for a file of anybody, with the numbers of another country, and says so in one JSON line', async () => {
  const contacts = join(folder, 'guests.csv')
  const template = join(folder, 'invitation.txt')
  await writeFile(contacts, FILE)
  await writeFile(template, 'Dear {{ first_name | default: "guest" }}, the doors open at eight.\n')
  const output = join(folder, 'result')
  const run = demo('--contacts', contacts, '--template', template, '--country', 'GB', '--output', output, '--json')
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
  const result = JSON.parse(run.stdout.trimEnd().split('\n').at(-1) ?? '') as {
    contacts: Record<string, number>
    campaign: Record<'recipients' | 'sent' | 'failed', number>
    wire: Record<string, number>
  }
  expect(Object.keys(result)).toEqual(['contacts', 'campaign', 'wire', 'output'])
  const imported = PEOPLE.length + OPTED_OUT.length
  const rows = imported + AGAIN.length + REJECTED.length
  expect(result.contacts).toEqual({ rows, imported, merged: AGAIN.length, rejected: REJECTED.length })
  const { campaign, wire } = result
  expect(campaign).toMatchObject({ recipients: imported, skipped: OPTED_OUT.length, uncertain: 0, cancelled: 0 })
  expect(campaign.sent + campaign.failed).toBe(PEOPLE.length)
  expect(wire).toEqual({ messages: campaign.sent, duplicates: 0, lost: 0, retries: 0 })
  expect(existsSync(join(output, 'result.html'))).toBe(true)
})

it.each([
  ['an unknown option', ['--colour', 'red'], '--colour'],
  ['a country that is none', ['--country', 'Atlantis'], '--country Atlantis'],
  [
    'a file that is not there',
    ['--contacts', 'no-such-file.csv'],
    '--contacts no-such-file.csv: there is no such file',
  ],
  ['a folder for a file', ['--template', 'scripts'], '--template scripts: it is a folder'],
])('[OP10] %s ends the demo at once with what is wrong', (_what, args, message) => {
  const { status, stderr } = demo(...args)
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})

it.each([
  ['a file without a column of numbers', 'Name;City\r\nAda;London\r\n', 'no column of it'],
  ['a file of people who all opted out', 'Name;Mobile number;Opted out\r\nAda;020 7946 0301;yes\r\n', 'nobody in it'],
])('[OP10] %s ends the demo with its name', async (what, text, message) => {
  const contacts = join(folder, `${what}.csv`)
  await writeFile(contacts, text)
  const { status, stderr } = demo('--contacts', contacts, '--country', 'GB', '--output', join(folder, what))
  expect(stderr).toContain(`--contacts ${contacts}: ${message}`)
  expect(status).toBe(2)
})

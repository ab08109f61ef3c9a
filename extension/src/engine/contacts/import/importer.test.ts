import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import { imported, people, startTeam } from './testing.ts'

const { phone, fullName, city } = STANDARD_FIELDS

describe('an import', () => {
  it('[CO38] counts every row once, keeps the rejected ones and clears up', async () => {
    const engine = await startTeam()
    const file = await readFile('e2e/fixtures/imports/bad-rows.csv')
    const mapping = {
      0: `field:${fullName}`,
      1: 'phone:1',
      2: 'tags',
      3: 'optOut',
      4: 'consentDate',
      5: 'field:notes000',
      6: 'custom:Shoe size',
    }
    const job = await imported(engine, file, { mapping, tags: ['Fair'] })
    expect(job).toMatchObject({ state: 'done', rows: 26, imported: 5, merged: 1, rejected: 20, bytesRead: file.length })
    const { total, rows } = await engine.ask('import.rejects', { jobId: job.jobId, offset: 18, limit: 5 })
    expect([total, ...rows.map(({ row, reason }) => [row, reason])]).toEqual([20, [25, 'consent-date'], [26, 'empty']])
    const page = await engine.ask('contacts.page', { operation: job.opId })
    expect(page).toMatchObject({ total: 5, matching: 5 })
    const [plain] = (await engine.ask('contacts.page', { search: 'Good plain' })).rows
    const tags = (await engine.ask('contacts.tags', {})).map(({ name, count }) => [name, count])
    expect(tags.sort()).toEqual([
      ['"new"', 1],
      ['Fair', 5],
      ['new', 1],
      ['vip', 2],
    ])
    const detail = await engine.ask('contacts.one', { id: plain?.id ?? '' })
    expect(Object.values(detail?.fields ?? {})).toContain('x')
    expect(await engine.db.stage.count()).toBe(0)
    expect(await engine.db.blob.count()).toBe(0)
    await engine.run('import.dismiss', { jobId: job.jobId })
    expect(await engine.ask('import.jobs', {})).toEqual([])
    expect(await engine.db.kv.where('key').startsWith('import/').count()).toBe(0)
  })

  it('[CO39] a second import of the same file merges every row and changes nothing', async () => {
    const engine = await startTeam()
    const asked = { tags: ['Fair'], consent: { source: 'Trade fair', date: '2026-11-20' } }
    await imported(engine, people(1_500), asked)
    const again = await imported(engine, people(1_500), asked)
    expect(again).toMatchObject({ imported: 0, merged: 1_500, rejected: 0 })
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: 1_500 })
    const [first] = (await engine.ask('contacts.page', { limit: 1 })).rows
    const detail = await engine.ask('contacts.one', { id: first?.id ?? '' })
    expect(detail).toMatchObject({ consent: 'in', history: [{ kind: 'import' }], ledger: [{ source: 'Trade fair' }] })
    expect((await engine.ask('operations.recent', {}))[0]).toMatchObject({ opId: again.opId, created: 0, changed: 0 })
  })

  it('[CO40] fills what is empty on a contact that has the number and overwrites nothing', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: { [phone]: '+4915110000000', [fullName]: 'Ada' } })
    const file = 'name,phone,city\nAda King,015110000000,London\nBob,015110000000,Paris\n'
    const mapping = { 0: `field:${fullName}`, 1: 'phone:1', 2: `field:${city}` }
    expect(await imported(engine, file, { mapping })).toMatchObject({ imported: 0, merged: 2 })
    const detail = await engine.ask('contacts.one', { id })
    expect(detail?.fields).toMatchObject({ [fullName]: 'Ada', [city]: 'London' })
    expect(detail?.history[0]).toMatchObject({ kind: 'import', changes: [{ before: null, after: 'London' }] })
  })
})

describe('undoing an import', () => {
  it('[CO49] takes back everything but what was edited since, and reports that', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: { [phone]: '+4915110000000', [fullName]: 'Ada' } })
    const mapping = { 0: `field:${fullName}`, 1: 'phone:1', 2: `field:${city}` }
    const file = `name,phone,city\nAda,015110000000,London\n${people(1_200, 1)
      .split('\n')
      .slice(1)
      .map((line) => `${line},Rome`)
      .join('\n')}`
    const job = await imported(engine, file, { mapping, tags: ['Fair'] })
    const [edited] = (await engine.ask('contacts.page', { search: 'Person 77' })).rows
    await engine.run('contacts.edit', { id: edited?.id ?? '', fields: { [city]: 'Paris' } })
    await engine.run('contacts.edit', { id, fields: { [city]: 'Oxford' } })
    const undo = await engine.run('operations.undo', { opId: job.opId })
    expect(undo).toMatchObject({ left: 2 })
    const page = await engine.ask('contacts.page', {})
    expect(page.rows.map(({ name }) => name).sort()).toEqual(['Ada', edited?.name])
    expect((await engine.ask('contacts.one', { id }))?.fields).toMatchObject({ [city]: 'Oxford' })
    expect((await engine.ask('contacts.one', { id }))?.tags).toEqual([])
    expect((await engine.ask('contacts.tags', {})).find(({ name }) => name === 'Fair')?.count).toBe(1)
  })
})

describe('consent in an import', () => {
  it('[CO50] an opt-out in the file is recorded under the number, and no import lifts one that stands', async () => {
    const engine = await startTeam()
    const mapping = { 0: 'phone:1', 1: 'optOut' }
    const consent = { source: 'Trade fair', date: '2026-11-20' }
    await imported(engine, 'phone,stop\n015110000001,yes\n015110000002,\n', { mapping, consent })
    const state = async (search: string) => (await engine.ask('contacts.page', { search })).rows[0]?.consent
    expect([await state('+4915110000001'), await state('+4915110000002')]).toEqual(['out', 'in'])
    const again = await imported(engine, 'phone,stop\n015110000001,\n', {
      mapping,
      consent: { ...consent, source: 'New list' },
    })
    expect(again.merged).toBe(1)
    expect(await state('+4915110000001')).toBe('out')
  })
})

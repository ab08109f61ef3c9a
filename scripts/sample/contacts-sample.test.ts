import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { columnsOf, customNames, mapHeaders, planImport, rowToDraft, type Draft } from '@parley/shared/contacts'
import { newContactId, type FieldId, type TagId } from '@parley/shared/ids'
import { contactsSample, type Expected } from './contacts-sample.ts'

async function fixture(extension: string): Promise<string> {
  return readFile(new URL(`../../e2e/fixtures/contacts-sample.${extension}`, import.meta.url), 'utf8')
}

describe('the contacts sample', () => {
  it('[CO28] is what its script makes', async () => {
    const { csv, expected } = contactsSample()
    expect(await fixture('csv')).toBe(csv)
    expect(JSON.parse(await fixture('json'))).toEqual(expected)
  })

  it('[CO28] comes to what was counted by hand: each number, refusal, opt-out, consent and tag', async () => {
    const expected = JSON.parse(await fixture('json')) as Expected
    const [headers = [], ...rows] = Papa.parse<string[]>((await fixture('csv')).slice(1), { skipEmptyLines: true }).data
    const mapping = mapHeaders(headers, rows.slice(0, 20), expected.country)
    expect(customNames(mapping)).toEqual(['Loyalty no.'])
    const columns = columnsOf(mapping, () => 'loyalty0' as FieldId)

    const drafts: Draft[] = []
    const rejects: { row: number; reason: string }[] = []
    rows.forEach((row, i) => {
      const reading = rowToDraft(row, columns, expected.country)
      if (reading.ok) drafts.push(reading.draft)
      else rejects.push({ row: i + 2, reason: reading.reason })
    })
    expect(rejects).toEqual(expected.rejects)

    const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
    const plan = planImport(
      drafts,
      () => undefined,
      (names) => [...names] as TagId[],
      () => newContactId(random),
    )
    expect({ rows: rows.length, imported: plan.imported, merged: plan.merged, rejected: rejects.length }).toEqual({
      rows: expected.rows,
      imported: expected.imported,
      merged: expected.merged,
      rejected: expected.rejected,
    })
    const phonesOf = (some: readonly Draft[]): string[] => [...new Set(some.map(({ phone }) => phone as string))].sort()
    const optedOut = phonesOf(drafts.filter(({ optOut }) => optOut))
    expect(phonesOf(drafts)).toEqual(expected.phones)
    expect(optedOut).toEqual(expected.optedOut)
    expect(phonesOf(drafts.filter(({ consent, phone }) => consent && !optedOut.includes(phone)))).toEqual(
      expected.consenting,
    )
    const tags: Record<string, number> = {}
    for (const tag of plan.create.flatMap(({ content }) => content.tags)) tags[tag] = (tags[tag] ?? 0) + 1
    expect(tags).toEqual(expected.tags)
  })

  it('[CO28] is messy enough: 260 rows, a dozen kinds of refusal, scripts, lines in cells', async () => {
    const expected = JSON.parse(await fixture('json')) as Expected
    const csv = await fixture('csv')
    expect(expected.rows).toBeGreaterThanOrEqual(260)
    expect(new Set(expected.rejects.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(12)
    for (const script of ['Arabic', 'Hebrew', 'Han', 'Hangul', 'Cyrillic', 'Devanagari', 'Thai']) {
      expect(csv).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
    }
    expect(csv).toMatch(/"[^"]*\n[^"]*"/)
    expect(csv).toMatch(/"[^"]*;[^"]*"/)
  })
})

import { expect, it } from 'vitest'
import { rejectsCsv } from './rejects-csv.ts'

const words = { head: ['Row', 'Value', 'Reason'] as const, reasonOf: (reason: string) => `because ${reason}` }

it('[UI5] rejected rows download with row, value and reason in words', () => {
  const csv = rejectsCsv([{ row: 7, value: 'say "hi"', reason: 'letters' }], words)
  expect(csv).toBe('\uFEFF"Row","Value","Reason"\r\n"7","say ""hi""","because letters"\r\n')
})

it('[UI5] a value that a spreadsheet would run as a formula is written as text', () => {
  expect(rejectsCsv([{ row: 2, value: '=1+1', reason: 'symbols' }], words)).toContain(`"'=1+1"`)
})

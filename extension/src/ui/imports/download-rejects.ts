import type { ImportJob, ImportReject } from '../../engine/calls.ts'
import { call } from '../kit/engine-client.ts'
import { rejectsCsv, type RejectsWords } from './rejects-csv.ts'

const PAGE_ROWS = 1_000

/** Saves all rejected rows of `job` as a CSV file. */
export async function downloadRejects(job: ImportJob, words: RejectsWords): Promise<void> {
  const csv = rejectsCsv(await allRejects(job.jobId), words)
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${job.fileName.replace(/\.[^.]*$/, '')}-left-out.csv`
  link.click()
  URL.revokeObjectURL(url)
}

async function allRejects(jobId: string): Promise<ImportReject[]> {
  const all: ImportReject[] = []
  for (;;) {
    const { rows } = await call('import.rejects', { jobId, offset: all.length, limit: PAGE_ROWS })
    all.push(...rows)
    if (rows.length < PAGE_ROWS) return all
  }
}

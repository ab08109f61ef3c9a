import type { ImportReject } from '../../calls.ts'
import type { StagedReject } from '../../../worker/staged-chunk.ts'
import type { ParleyDb, Work } from '../../store/index.ts'

/** The rejects of one chunk. `before` counts those of the chunks before it, so a page is found without reading them. */
interface RejectsRow {
  before: number
  rows: readonly StagedReject[]
}

function prefixOf(jobId: string): string {
  return `import/rejects/${jobId}/`
}

/** Keeps them until the job is dismissed. */
export function keepRejects(work: Work, jobId: string, n: number, before: number, rows: readonly StagedReject[]): void {
  if (rows.length === 0) return
  const value: RejectsRow = { before, rows }
  work.put('kv', { key: `${prefixOf(jobId)}${String(n).padStart(7, '0')}`, value })
}

/** The page of rejected rows, in the file's order. */
export async function readRejects(db: ParleyDb, jobId: string, offset: number, limit: number): Promise<ImportReject[]> {
  const page: StagedReject[] = []
  await db.kv
    .where('key')
    .startsWith(prefixOf(jobId))
    .until(() => page.length >= limit)
    .each(({ value }) => {
      const { before, rows } = value as RejectsRow
      page.push(...rows.slice(Math.max(0, offset - before), offset + limit - before))
    })
  return page.slice(0, limit)
}

export function rejectKeys(db: ParleyDb, jobId: string): Promise<string[]> {
  return db.kv.where('key').startsWith(prefixOf(jobId)).primaryKeys()
}

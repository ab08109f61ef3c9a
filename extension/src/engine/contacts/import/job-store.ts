import type { ParleyDb, Work } from '../../store/index.ts'
import { JOB_PREFIX, jobKey, type JobRow } from './job.ts'

/** All jobs as committed, the newest first. */
export async function allJobs(db: ParleyDb): Promise<JobRow[]> {
  const rows = await db.kv.where('key').startsWith(JOB_PREFIX).toArray()
  return rows.map(({ value }) => value as JobRow).sort((a, b) => b.startedAt - a.startedAt)
}

/** A job as committed. */
export async function jobOf(db: ParleyDb, id: string): Promise<JobRow | undefined> {
  return (await db.kv.get(jobKey(id)))?.value as JobRow | undefined
}

/** A job inside a command. */
export async function jobIn(work: Work, id: string): Promise<JobRow | undefined> {
  return (await work.row('kv', jobKey(id)))?.value as JobRow | undefined
}

export function putJob(work: Work, job: JobRow): void {
  work.put('kv', { key: jobKey(job.id), value: job })
}

/** Ends a job that is open: its file goes, what it imported stays. */
export function endJob(work: Work, job: JobRow, end: Pick<JobRow, 'state' | 'failure'>): void {
  putJob(work, { ...job, ...end })
  work.delete('blob', job.blobKey)
}

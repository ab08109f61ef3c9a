import type { JobRow } from './job.ts'

/** Deaths without a chunk in between after which the file, not the machine, is to blame. */
const MAX_CRASHES = 3
/** A worker that stages nothing for so long hangs. */
const STALL_MS = 5 * 60_000

/** The job after its worker died: to be tried again, or given up. */
export function afterCrash(job: JobRow, now: number): JobRow {
  const crashes = job.crashes + 1
  if (crashes >= MAX_CRASHES) return { ...job, crashes, state: 'failed', failure: { reason: 'worker-failed' } }
  return { ...job, crashes, progressAt: now }
}

export function hasStalled(job: JobRow, now: number): boolean {
  return now - job.progressAt > STALL_MS
}

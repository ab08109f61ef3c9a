import type { ImportJob } from '../../engine/calls.ts'
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from '../../worker/limits.ts'
import type { ImportFailure } from '../../worker/preview.ts'

const LIMITS: Readonly<Partial<Record<string, number>>> = {
  'too-big': MAX_FILE_BYTES,
  'too-many-rows': MAX_ROWS,
  'too-many-columns': MAX_COLUMNS,
}

/** Why a job failed, with the data the sentence needs; a job carries the reason alone. */
export function failureOf(job: ImportJob): ImportFailure | undefined {
  if (job.error === undefined) return undefined
  return { reason: job.error, limit: LIMITS[job.error] ?? 0, kind: 'unknown' } as ImportFailure
}

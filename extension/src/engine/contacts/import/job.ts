import type { DeviceId, OpId } from '@parley/shared/ids'
import type { Mapping } from '@parley/shared/contacts'
import type { Checked, ImportJob } from '../../calls.ts'
import type { Encoding } from '../../../worker/encoding.ts'
import type { ImportFailure } from '../../../worker/failure.ts'
import type { ParseTask } from '../../../worker/protocol.ts'

/** One import, kept in `kv` until it is dismissed. Its id is the id of the one operation it makes. */
export interface JobRow {
  readonly format: 1
  readonly id: OpId
  readonly by: DeviceId
  readonly startedAt: number
  readonly fileName: string
  readonly blobKey: string
  readonly bytesTotal: number
  readonly mapping: Mapping
  readonly delimiter?: string
  readonly encoding?: Encoding
  readonly country: string
  readonly tags: readonly string[]
  readonly consent?: Checked<'import.start'>['consent'] & {}
  readonly state: ImportJob['state']
  /** The first chunk that is not taken over. */
  readonly next: number
  /** The next free number among the operation's history rows. */
  readonly historyNext: number
  readonly bytesRead: number
  readonly rows: number
  readonly imported: number
  readonly merged: number
  readonly rejected: number
  /** When the last chunk was taken over, or a dead worker was replaced. */
  readonly progressAt: number
  /** Deaths of the worker since the last chunk. */
  readonly crashes: number
  readonly failure?: ImportFailure
}

export const JOB_PREFIX = 'import/job/'

export function jobKey(id: string): string {
  return `${JOB_PREFIX}${id}`
}

export function isOpen(job: JobRow): boolean {
  return job.state === 'parsing' || job.state === 'storing'
}

/** The work that is left for a worker. */
export function taskOf(job: JobRow): ParseTask {
  const { id, blobKey, mapping, delimiter, encoding, country, next } = job
  return {
    jobId: id,
    blobKey,
    mapping,
    country,
    firstChunk: next,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
  }
}

/** The job as screens see it. */
export function shownJob(job: JobRow): ImportJob {
  const { id, fileName, state, bytesRead, bytesTotal, rows, imported, merged, rejected, failure } = job
  return {
    jobId: id,
    fileName,
    state,
    bytesRead,
    bytesTotal,
    rows,
    imported,
    merged,
    rejected,
    opId: id,
    ...(failure ? { error: failure.reason } : {}),
  }
}

import type { DeviceId, OpId } from '@parley/shared/ids'
import type { Mapping } from '@parley/shared/contacts'
import type { Checked } from '../../calls.ts'
import { asEncoding } from '../../../worker/encoding.ts'
import type { JobRow } from './job.ts'

/** A job at its beginning; `mapping` is the input's with an id for each field it made. */
export function newJob(
  head: { id: OpId; by: DeviceId; startedAt: number; bytesTotal: number; mapping: Mapping },
  { blobKey, fileName, delimiter, encoding: chosen, country, tags, consent }: Checked<'import.start'>,
): JobRow {
  const encoding = asEncoding(chosen)
  return {
    ...head,
    format: 1,
    fileName,
    blobKey,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    country,
    tags,
    ...(consent === undefined ? {} : { consent }),
    state: 'parsing',
    next: 0,
    historyNext: 0,
    bytesRead: 0,
    rows: 0,
    imported: 0,
    merged: 0,
    rejected: 0,
    progressAt: head.startedAt,
    crashes: 0,
  }
}

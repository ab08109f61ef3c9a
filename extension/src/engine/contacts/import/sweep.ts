import { asOpId } from '@parley/shared/ids'
import { storedAt } from '../../../worker/store-file.ts'
import { STAGE_FORMAT } from '../../../worker/stage.ts'
import type { ParleyDb } from '../../store/index.ts'
import type { JobRow } from './job.ts'

/** A file nobody started an import with: the page was closed before. */
const UNUSED_FILE_MS = 24 * 3600_000

/**
 * Removes what no open import needs: chunks of ended ones or of another build, and files that were picked and left.
 * The id of an import is an operation's; chunks under any other name are somebody else's.
 */
export async function sweep(db: ParleyDb, open: readonly JobRow[], now: number): Promise<void> {
  const jobs = new Set<string>(open.map(({ id }) => id))
  await db.stage
    .filter(({ job, format }) => asOpId(job) !== undefined && (!jobs.has(job) || format !== STAGE_FORMAT))
    .delete()
  const files = new Set(open.map(({ blobKey }) => blobKey))
  const stored = await db.blob.toCollection().primaryKeys()
  await db.blob.bulkDelete(stored.filter((key) => !files.has(key) && now - (storedAt(key) ?? now) > UNUSED_FILE_MS))
}

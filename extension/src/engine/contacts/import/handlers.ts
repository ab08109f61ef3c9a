import { asMapping } from '@parley/shared/contacts'
import type { CommandHandlers, QueryHandlers } from '../../calls/handlers.ts'
import { CallFailure } from '../../calls/failure.ts'
import type { ParleyDb, Work } from '../../store/index.ts'
import { ensureFields } from './ensure-fields.ts'
import type { Importer, ImporterOptions } from './importer.ts'
import { isOpen, jobKey, shownJob, type JobRow } from './job.ts'
import { allJobs, endJob, jobIn, jobOf, putJob } from './job-store.ts'
import { newJob } from './new-job.ts'
import { readRejects, rejectKeys } from './rejects.ts'

type Name = 'import.start' | 'import.cancel' | 'import.dismiss'

/** What screens may do with imports. Effects follow the commit; one that is lost is made up for by `resume`. */
export function importCommands(
  importer: Importer,
  { workspace, db, random }: Pick<ImporterOptions, 'workspace' | 'db' | 'random'>,
): Pick<CommandHandlers, Name> {
  return {
    'import.start': async (work, input) => {
      const layout = workspace.require()
      const asked = asMapping(input.mapping)
      if (!asked) throw new CallFailure({ reason: 'bad-input', at: ['mapping'] })
      const file = await work.row('blob', input.blobKey)
      if (!file) throw new CallFailure({ reason: 'import-file-gone' })
      const id = work.opId
      const mapping = await ensureFields(work, layout.workspace, asked, id, random)
      const bytesTotal = file.blob.size
      putJob(work, newJob({ id, by: work.actor, startedAt: work.now, bytesTotal, mapping }, input))
      work.afterCommit(() => {
        importer.changed()
        void importer.resume()
      })
      return { jobId: id }
    },
    'import.cancel': async (work, { jobId }) => {
      const job = await wanted(work, jobId)
      if (isOpen(job)) endJob(work, job, { state: 'cancelled' })
      work.afterCommit(() => void importer.settle(jobId))
      return null
    },
    'import.dismiss': async (work, { jobId }) => {
      const job = await wanted(work, jobId)
      work.delete('kv', jobKey(jobId))
      work.delete('blob', job.blobKey)
      for (const key of await rejectKeys(db, jobId)) work.delete('kv', key)
      work.afterCommit(() => void importer.settle(jobId))
      return null
    },
  }
}

export function importQueries(importer: Importer, db: ParleyDb): Pick<QueryHandlers, 'import.jobs' | 'import.rejects'> {
  const watch = (changed: () => void): (() => void) => importer.onChange(changed)
  return {
    'import.jobs': { run: async () => (await allJobs(db)).map(shownJob), watch },
    'import.rejects': {
      run: async ({ jobId, offset, limit }) => ({
        total: (await jobOf(db, jobId))?.rejected ?? 0,
        rows: await readRejects(db, jobId, offset, limit),
      }),
      watch,
    },
  }
}

/** Undoing an import that still runs stops it first, or the chunks to come would stand beside the undo. */
export function undoStopping(importer: Importer, undo: CommandHandlers['operations.undo']): typeof undo {
  return async (work, input) => {
    const job = await jobIn(work, input.opId)
    if (job && isOpen(job)) {
      endJob(work, job, { state: 'cancelled' })
      work.afterCommit(() => void importer.settle(job.id))
    }
    return undo(work, input)
  }
}

async function wanted(work: Work, jobId: string): Promise<JobRow> {
  const job = await jobIn(work, jobId)
  if (!job) throw new CallFailure({ reason: 'not-found' })
  return job
}

import { newContactId, type Random } from '@parley/shared/ids'
import { planImport, type ImportPlan } from '@parley/shared/contacts'
import type { StagedChunk } from '../../../worker/staged-chunk.ts'
import type { Work } from '../../store/index.ts'
import type { Layout } from '../../workspace/index.ts'
import type { PhoneBook } from '../phone-book.ts'
import { ensureTags } from './ensure-tags.ts'
import type { JobRow } from './job.ts'
import { putJob } from './job-store.ts'
import { keepRejects } from './rejects.ts'
import { writeConsent } from './write-consent.ts'
import { writeContacts } from './write-contacts.ts'
import { writeHistory } from './write-history.ts'

/** What a chunk is taken over into. */
export interface TakeOver {
  readonly layout: Layout
  readonly phones: PhoneBook
  readonly random: Random
}

/**
 * Takes one staged chunk over, inside one command: contacts, tags, consent, history, rejects, the job's counts and the
 * end of the chunk itself commit together or not at all. All of it stands under the job's own operation.
 */
export async function takeChunk(work: Work, job: JobRow, chunk: StagedChunk, over: TakeOver): Promise<JobRow> {
  const { layout, phones, random } = over
  const { drafts: read, rejects, last } = chunk
  const drafts = read.map((draft) => ({ ...draft, tags: [...draft.tags, ...job.tags] }))
  const tagIds = await ensureTags(work, layout.workspace, drafts, job.id)
  const plan = planImport(
    drafts,
    (phone) => phones.holder(phone),
    tagIds,
    () => newContactId(random),
  )
  const changes = await writeContacts(work, layout, job, plan, tagIds)
  await writeConsent(work, layout.workspace, job, drafts)
  const historyNext = await writeHistory(work, layout.workspace, job, { created: plan.imported, changes, last })
  keepRejects(work, job.id, chunk.n, job.rejected, rejects)
  work.delete('stage', [job.id, chunk.n])
  if (last) work.delete('blob', job.blobKey)
  const after = { ...counted(job, chunk, plan), historyNext, progressAt: work.now }
  putJob(work, after)
  return after
}

function counted(job: JobRow, chunk: StagedChunk, { imported, merged }: ImportPlan): JobRow {
  return {
    ...job,
    state: chunk.last ? 'done' : 'storing',
    next: chunk.n + 1,
    bytesRead: chunk.bytesRead,
    rows: job.rows + chunk.drafts.length + chunk.rejects.length,
    imported: job.imported + imported,
    merged: job.merged + merged,
    rejected: job.rejected + chunk.rejects.length,
    crashes: 0,
  }
}

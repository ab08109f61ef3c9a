import { historyDoc, monthOf, type WorkspaceId } from '@parley/shared/ids'
import { historyRows, type Change } from '@parley/shared/contacts'
import type { Work } from '../../store/index.ts'
import type { JobRow } from './job.ts'

/** What one chunk did. */
export interface ChunkDone {
  readonly created: number
  readonly changes: readonly Change[]
  readonly last: boolean
}

/** Writes the chunk's rows of the operation's history and answers the next free row number. */
export async function writeHistory(work: Work, workspace: WorkspaceId, job: JobRow, done: ChunkDone): Promise<number> {
  const { created, changes, last } = done
  // An import that changed nothing is still something a person did.
  const worthARow = created > 0 || changes.length > 0 || (last && job.historyNext === 0)
  if (!worthARow) return job.historyNext
  const { id: opId, by, startedAt: at, fileName: label } = job
  const rows = historyRows({ opId, kind: 'import', at, by, label, undoes: null }, created, changes, job.historyNext)
  // By the month the import began in, or its rows would lie in two documents. One update a row: each is ≤ 64 kB.
  const doc = historyDoc(workspace, monthOf(at))
  for (const [key, value] of rows) await work.edit(doc, (m) => m.set(key, value))
  return job.historyNext + rows.length
}

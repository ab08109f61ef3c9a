import { historyDoc, monthOf, type OpId } from '@parley/shared/ids'
import { historyRows, type Change, type OperationKind } from '@parley/shared/contacts'
import type { Work } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'

/** What a command did, as its history entry says it. */
export interface Done {
  readonly kind: OperationKind
  readonly created?: number
  readonly changes?: readonly Change[]
  readonly undoes?: OpId
}

/** Writes the command's history entry; an operation's first month is its month for good. One update a row: each is ≤ 64 kB. */
export async function writeHistory(work: Work, layout: Layout, done: Done): Promise<void> {
  const { kind, created = 0, changes = [], undoes = null } = done
  const head = { opId: work.opId, kind, at: work.now, by: work.actor, label: '', undoes }
  for (const [key, value] of historyRows(head, created, changes))
    await work.edit(historyDoc(layout.workspace, monthOf(work.now)), (m) => m.set(key, value))
}

import { asOpId, type ContactId, type DocName, type OpId } from '@parley/shared/ids'
import { applyUndo, planUndo, readOperations, type Change, type Operation } from '@parley/shared/contacts'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { Work } from '../store/index.ts'
import { type CurrentWorkspace, type Layout } from '../workspace/index.ts'
import { byShard } from './by-shard.ts'
import { historyPrefix, isUndoable } from './history.ts'
import { writeHistory } from './operations.ts'

/** `createdIn` names the contacts an operation made; the index knows without opening every shard. */
export function undoCommand(
  current: CurrentWorkspace,
  createdIn: (opId: OpId) => readonly ContactId[],
): Pick<CommandHandlers, 'operations.undo'> {
  return {
    async 'operations.undo'(work, input) {
      const layout = current.require()
      const operation = await findUndoable(work, layout, input.opId)
      const created = createdIn(operation.opId)
      const perShard = byShard(layout, [...contactsOf(operation.changes), ...created])
      const { changes, left } = await undoShards(work, operation, new Set(created), perShard)
      await writeHistory(work, layout, { kind: 'undo', changes, undoes: operation.opId })
      return { opId: work.opId, undone: changes.length, left }
    },
  }
}

async function undoShards(
  work: Work,
  { opId, changes }: Operation,
  created: ReadonlySet<ContactId>,
  perShard: ReadonlyMap<DocName, readonly ContactId[]>,
): Promise<{ changes: Change[]; left: number }> {
  const undone: Change[] = []
  let left = 0
  const byContact = Map.groupBy(changes, ({ key }) => key.slice(0, 16))
  for (const [doc, ids] of perShard) {
    const members = [...new Set(ids)]
    const here = members.flatMap((id) => byContact.get(id) ?? [])
    await work.edit(doc, (m) => {
      const plan = planUndo(
        m,
        opId,
        here,
        members.filter((id) => created.has(id)),
      )
      undone.push(...applyUndo(m, plan, work.opId))
      left += plan.leftAlone.length
    })
  }
  return { changes: undone, left }
}

function contactsOf(changes: readonly Change[]): ContactId[] {
  return changes.map(({ key }) => key.slice(0, 16) as ContactId)
}

/** The operation, wherever in history it stands. Throws CallFailure when it is unknown, final or undone already. */
async function findUndoable(work: Work, layout: Layout, text: string): Promise<Operation> {
  const opId = asOpId(text)
  const operations: Operation[] = []
  for (const doc of await work.names(historyPrefix(layout))) operations.push(...(await work.read(doc, readOperations)))
  if (operations.some(({ undoes }) => undoes === opId)) throw new CallFailure({ reason: 'already-undone' })
  const found = operations.find((operation) => operation.opId === opId)
  if (!found || !isUndoable(found)) throw new CallFailure({ reason: 'not-found' })
  return found
}

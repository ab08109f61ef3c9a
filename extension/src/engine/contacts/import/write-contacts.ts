import type { ContactId, DocMap, OpId } from '@parley/shared/ids'
import {
  applyMerge,
  createContact,
  mergeDraft,
  overlayKeysOf,
  readContact,
  withMerge,
  type Change,
  type ContactContent,
  type ImportPlan,
} from '@parley/shared/contacts'
import type { Work } from '../../store/index.ts'
import { docOfContact, type Layout } from '../../workspace/index.ts'
import type { JobRow } from './job.ts'
import type { TagIds } from './ensure-tags.ts'

type Created = ImportPlan['create'][number]
type Merged = ImportPlan['merge'][number]

/** Makes the new contacts and fills in the others, each document in one update; answers what changed on the others. */
export async function writeContacts(
  work: Work,
  layout: Layout,
  job: JobRow,
  plan: ImportPlan,
  tagIds: TagIds,
): Promise<Change[]> {
  const create = Map.groupBy(plan.create, ({ id }) => docOfContact(layout, id))
  const merge = Map.groupBy(plan.merge, ({ id }) => docOfContact(layout, id))
  const changes: Change[] = []
  for (const doc of new Set([...create.keys(), ...merge.keys()])) {
    const changed = await work.edit(doc, (m) => {
      createAll(m, job, create.get(doc) ?? [])
      return mergeAll(m, job.id, merge.get(doc) ?? [], tagIds)
    })
    changes.push(...changed)
  }
  return changes
}

function createAll(m: DocMap, { id: opId, startedAt }: JobRow, created: readonly Created[]): void {
  for (const { id, content } of created) createContact(m, id, content, startedAt, opId)
}

function mergeAll(m: DocMap, opId: OpId, merged: readonly Merged[], tagIds: TagIds): Change[] {
  if (merged.length === 0) return []
  const overlays = overlayKeysOf(m)
  // A file may hold a number twice: the second row meets what the first one filled in.
  const contents = new Map<ContactId, ContactContent>()
  return merged.flatMap(({ id, draft }) => {
    const content = contents.get(id) ?? readContact(m, id, overlays)
    if (!content) return []
    const merge = mergeDraft(content, draft, tagIds(draft.tags))
    contents.set(id, withMerge(content, merge))
    return applyMerge(m, id, merge, opId)
  })
}

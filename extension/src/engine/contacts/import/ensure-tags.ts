import { workDoc, type OpId, type TagId, type WorkspaceId } from '@parley/shared/ids'
import type { Draft } from '@parley/shared/contacts'
import { ensureTag } from '@parley/shared/workspace'
import type { Work } from '../../store/index.ts'

/** The ids of tags by their names. */
export type TagIds = (names: readonly string[]) => TagId[]

/** Answers the ids of tag names. The workspace gets the tags it does not have; a name nobody could see is none. */
export async function ensureTags(
  work: Work,
  workspace: WorkspaceId,
  drafts: readonly Draft[],
  opId: OpId,
): Promise<TagIds> {
  const names = new Set(drafts.flatMap(({ tags }) => tags))
  if (names.size === 0) return () => []
  const ids = await work.edit(
    workDoc(workspace),
    (m) => new Map([...names].map((name) => [name, ensureTag(m, workspace, name, opId)])),
  )
  return (wanted) => wanted.flatMap((name) => ids.get(name) ?? [])
}

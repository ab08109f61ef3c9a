import { asWorkspaceId, contactDoc, shardOf, type ContactId, type DocName, type WorkspaceId } from '@parley/shared/ids'

/** Which workspace this device works in, and where its contacts lie. */
export interface Layout {
  readonly workspace: WorkspaceId
  readonly generation: number
  readonly shards: number
}

/** Where the layout stands in `kv`. */
export const LAYOUT_KEY = 'workspace'
const FORMAT = 1
const SHARDS = 64

export function newLayout(workspace: WorkspaceId): Layout {
  return { workspace, generation: 0, shards: SHARDS }
}

export function encodeLayout(layout: Layout): unknown {
  return { format: FORMAT, ...layout }
}

/** Undefined while there is no workspace. */
export function decodeLayout(value: unknown): Layout | undefined {
  if (!(value instanceof Object) || !('workspace' in value)) return undefined
  const { workspace, generation, shards } = value as Layout
  return asWorkspaceId(workspace) && { workspace, generation, shards }
}

/** The document a contact lives in. */
export function docOfContact({ workspace, generation, shards }: Layout, id: ContactId): DocName {
  return contactDoc(workspace, generation, shardOf(id, shards))
}

/** All contact documents of the workspace. */
export function contactDocs({ workspace, generation, shards }: Layout): DocName[] {
  return Array.from({ length: shards }, (_, shard) => contactDoc(workspace, generation, shard))
}

/** What the names of all its contact documents start with. */
export function contactPrefix({ workspace, generation }: Layout): string {
  return `c/${workspace}/${String(generation)}/`
}

import type { Document, Hocuspocus } from '@hocuspocus/server'
import { teamDoc, type WorkspaceId } from '@parley/shared/ids'
import type Database from 'better-sqlite3'
import { isDeepStrictEqual } from 'node:util'
import type { UpdateLog } from '../store/update-log.ts'
import type { Context } from './context.ts'
import { teamEntries } from './team-entries.ts'

/**
 * Makes the `team` document say what the database says; writes only what differs. Done on load as well, because the
 * process may have ended between the database's commit and the document's.
 */
export function mirrorTeam(document: Document, db: Database.Database, workspace: WorkspaceId): void {
  const m = document.getMap('m')
  const wanted = teamEntries(db, workspace)
  document.transact(() => {
    for (const key of [...m.keys()]) if (!wanted.has(key)) m.delete(key)
    for (const [key, value] of wanted) if (!isDeepStrictEqual(m.get(key), value)) m.set(key, value)
  })
}

/** After a change in the database; resolves once the document's change is on the disk too. */
export async function publishTeam(
  hocuspocus: Hocuspocus<Context>,
  db: Database.Database,
  log: UpdateLog,
  workspace: WorkspaceId,
): Promise<void> {
  const direct = await hocuspocus.openDirectConnection(teamDoc(workspace), { by: 'server' })
  await direct.transact((document) => mirrorTeam(document, db, workspace))
  await direct.disconnect({ unloadImmediately: false })
  await log.settled()
}

import { Database as SnapshotExtension } from '@hocuspocus/extension-database'
import { Hocuspocus, type Connection } from '@hocuspocus/server'
import { parseDocName, type WorkspaceId } from '@parley/shared/ids'
import type { CloseReason } from '@parley/shared/sync'
import type Database from 'better-sqlite3'
import type { Tokens } from '../auth/tokens.ts'
import type { Log } from '../ops/log.ts'
import type { DocumentReader } from '../store/document-reader.ts'
import type { UpdateLog } from '../store/update-log.ts'
import { authenticate, isCurrent, renew } from './authenticate.ts'
import { CloseError } from './close-error.ts'
import type { Context, Stream } from './context.ts'
import { orClose, orLog } from './guard.ts'
import { judgeWrite } from './judge-writes.ts'
import type { LiveDevices } from './live-devices.ts'
import { replayLog } from './load-document.ts'
import type { SeqChannel } from './seq-channel.ts'
import { mirrorTeam, publishTeam } from './team-mirror.ts'

export interface HubParts {
  readonly db: Database.Database
  readonly reader: DocumentReader
  readonly updates: UpdateLog
  readonly tokens: Tokens
  readonly devices: LiveDevices
  readonly channel: SeqChannel
  readonly log: Log
}

export interface Hub {
  readonly hocuspocus: Hocuspocus<Context>
  /** Makes `team` follow the database. */
  publishTeam(workspace: WorkspaceId): Promise<void>
  /** Ends the streams of whom something was taken from. */
  closeStreams(of: (stream: Stream) => boolean, reason: CloseReason): void
}

/** A snapshot only shortens the log, so it may wait; the log is what keeps an edit. */
const SNAPSHOT_AFTER = { debounce: 10_000, maxDebounce: 60_000 }

export function openHub(parts: HubParts): Hub {
  const { db, reader, updates, tokens, devices, channel, log } = parts
  const hocuspocus = new Hocuspocus<Context>({
    ...SNAPSHOT_AFTER,
    quiet: true,
    extensions: [
      new SnapshotExtension({
        fetch: async ({ documentName }) => {
          await updates.settled()
          return reader.snapshot(documentName)
        },
        // Called in the turn in which `state` was encoded, as the log wants it.
        store: ({ documentName, state }) => updates.snapshot(documentName, state),
      }),
    ],
    onAuthenticate: orClose(log, authenticate(db, tokens, devices)),
    onTokenSync: orClose(log, renew(db, tokens)),
    onLoadDocument: orClose(log, ({ document, documentName }) => {
      replayLog(document, reader, updates)
      const ref = parseDocName(documentName)
      if (ref?.kind === 'team') mirrorTeam(document, db, ref.workspace)
    }),
    beforeSync: orClose(log, judgeWrite),
    // Presence is no part of Parley: dropped, else whoever may read could fill everybody's memory with it.
    beforeHandleAwareness: orClose(log, ({ states }) => states.clear()),
    connected: orLog(log, ({ connection, context: { stream } }) => {
      // While the document was loaded the stream was not yet among those that a changed role or a revocation closes.
      if (stream && !isCurrent(db, stream)) connection.close(new CloseError('role-changed'))
      else if (stream?.ref.kind === 'team') channel.subscribe(connection, stream)
    }),
  })
  return {
    hocuspocus,
    publishTeam: (workspace) => publishTeam(hocuspocus, db, updates, workspace),
    closeStreams: (of, reason) => {
      for (const document of hocuspocus.documents.values())
        for (const connection of document.getConnections() as Connection<Context>[])
          if (connection.context.stream && of(connection.context.stream)) connection.close(new CloseError(reason))
    },
  }
}

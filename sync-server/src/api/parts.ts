import type { Random } from '@parley/shared/ids'
import type Database from 'better-sqlite3'
import type { Sessions } from '../auth/sessions.ts'
import type { Throttle } from '../auth/throttle.ts'
import type { Tokens } from '../auth/tokens.ts'
import type { DocumentReader } from '../store/document-reader.ts'
import type { UpdateLog } from '../store/update-log.ts'
import type { Hub } from '../sync/hub.ts'

/** What the routes work with. */
export interface ApiParts {
  readonly db: Database.Database
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly tokens: Tokens
  readonly reader: DocumentReader
  readonly updates: UpdateLog
  readonly hub: Hub
  readonly now: () => number
  readonly random: Random
}

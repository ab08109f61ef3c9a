import type Database from 'better-sqlite3'
import type { DatabaseFormat } from './open-database.ts'
import { packUpdates } from './packed-updates.ts'

const LOG = `
  CREATE TABLE log (
    i INTEGER PRIMARY KEY, -- appended at the end, whatever the document: a commit touches few pages
    doc INTEGER NOT NULL REFERENCES doc (id),
    seq INTEGER NOT NULL, -- the number of the last update in it
    by TEXT NOT NULL, -- the device or account they came from
    at INTEGER NOT NULL,
    data BLOB NOT NULL -- packed updates
  ) STRICT;
  CREATE UNIQUE INDEX log_doc ON log (doc, seq);
`

/**
 * The documents' database. `doc.seq` counts the updates committed to a document, however they are packed, and is never
 * reused; `log` holds those its snapshot does not. Only the log worker writes here.
 */
export const DOCUMENTS: DatabaseFormat = {
  schema: `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE doc (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      workspace TEXT NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX doc_workspace ON doc (workspace);
    ${LOG}
    CREATE TABLE snapshot (
      doc INTEGER PRIMARY KEY REFERENCES doc (id),
      seq INTEGER NOT NULL,
      data BLOB NOT NULL
    ) STRICT;
  `,
  upgrades: [
    // Format 1 had a row per update, as it came.
    (db: Database.Database): void => {
      db.function('packed', (update: Uint8Array) => Buffer.from(packUpdates([update])))
      db.exec(`
        ALTER TABLE log RENAME TO log_1;
        ${LOG}
        INSERT INTO log (doc, seq, by, at, data) SELECT doc, seq, by, at, packed(data) FROM log_1 ORDER BY doc, seq;
        DROP TABLE log_1;
      `)
    },
  ],
}

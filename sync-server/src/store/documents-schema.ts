/**
 * The documents' database. `doc.seq` counts the updates committed to a document and is never reused; `log` holds those
 * its snapshot does not. Only the log worker writes here.
 */
export const DOCUMENTS_SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE doc (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    workspace TEXT NOT NULL,
    seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX doc_workspace ON doc (workspace);
  CREATE TABLE log (
    doc INTEGER NOT NULL REFERENCES doc (id),
    seq INTEGER NOT NULL,
    by TEXT NOT NULL, -- the device or account it came from
    at INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (doc, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot (
    doc INTEGER PRIMARY KEY REFERENCES doc (id),
    seq INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
`

import type { DatabaseFormat } from './open-database.ts'

/**
 * Accounts and authority. A file of its own, because the log worker holds the other one's write lock while it waits for
 * the disk. `lease` rows stay when a lease is released: their fence may only rise.
 */
export const ACCOUNTS: DatabaseFormat = {
  upgrades: [],
  schema: `
    CREATE TABLE account (
      id TEXT PRIMARY KEY,
      email TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      password TEXT NOT NULL, -- argon2id, PHC string
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE session (
      id TEXT PRIMARY KEY, -- SHA-256 of the token
      account TEXT NOT NULL REFERENCES account (id),
      expires INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_account ON session (account);
    CREATE TABLE workspace (id TEXT PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE member (
      workspace TEXT NOT NULL REFERENCES workspace (id),
      account TEXT NOT NULL REFERENCES account (id),
      role TEXT NOT NULL,
      PRIMARY KEY (workspace, account)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE invite (
      code TEXT PRIMARY KEY, -- SHA-256 of the code
      workspace TEXT NOT NULL REFERENCES workspace (id),
      role TEXT NOT NULL,
      expires INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES account (id),
      used_by TEXT REFERENCES account (id)
    ) STRICT;
    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      workspace TEXT NOT NULL REFERENCES workspace (id),
      account TEXT NOT NULL REFERENCES account (id),
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      revoked INTEGER
    ) STRICT;
    CREATE INDEX device_workspace ON device (workspace);
    CREATE TABLE lease (
      workspace TEXT NOT NULL REFERENCES workspace (id),
      sender TEXT NOT NULL,
      fence INTEGER NOT NULL,
      device TEXT REFERENCES device (id),
      at INTEGER NOT NULL,
      PRIMARY KEY (workspace, sender)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attempt (key TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX attempt_key ON attempt (key, at);
  `,
}

import { sha256Hex } from '@parley/shared/ids'
import type Database from 'better-sqlite3'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'

// lucia v3 is no longer developed and stores session ids as they are. It stands behind these four calls, and the
// adapter hashes every id on its way in, so a copied database opens no session.

export interface Sessions {
  /** The bearer token, told once. */
  create(account: string): Promise<string>
  /** The account, or undefined for a token that is over or never was; prolongs one past half its life. */
  validate(token: string): Promise<string | undefined>
  revoke(token: string): Promise<void>
  revokeAll(account: string): Promise<void>
}

export function openSessions(db: Database.Database): Sessions {
  const lucia = new Lucia(hashingAdapter(db), { sessionExpiresIn: new TimeSpan(30, 'd') })
  return {
    create: async (account) => (await lucia.createSession(account, {})).id,
    validate: async (token) => (await lucia.validateSession(token)).user?.id,
    revoke: (token) => lucia.invalidateSession(token),
    revokeAll: (account) => lucia.invalidateUserSessions(account),
  }
}

interface Row {
  readonly account: string
  readonly expires: number
}

/** lucia asks in promises, better-sqlite3 answers at once. */
function hashingAdapter(db: Database.Database): Adapter {
  const find = db.prepare<[string], Row>('SELECT account, expires FROM session WHERE id = ?')
  const insert = db.prepare('INSERT INTO session (id, account, expires) VALUES (?, ?, ?)')
  const prolong = db.prepare('UPDATE session SET expires = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM session WHERE id = ?')
  const removeAll = db.prepare('DELETE FROM session WHERE account = ?')
  const removeExpired = db.prepare('DELETE FROM session WHERE expires < ?')
  const asSession = (id: string, { account, expires }: Row): DatabaseSession => {
    return { id, userId: account, expiresAt: new Date(expires), attributes: {} }
  }
  const done = (run: () => unknown): Promise<void> => Promise.resolve(run()).then(() => undefined)
  return {
    getSessionAndUser: (id) => {
      const row = find.get(sha256Hex(id))
      return Promise.resolve(row ? [asSession(id, row), { id: row.account, attributes: {} }] : [null, null])
    },
    getUserSessions: () => Promise.resolve([]), // would need the tokens themselves
    setSession: ({ id, userId, expiresAt }) => done(() => insert.run(sha256Hex(id), userId, expiresAt.getTime())),
    updateSessionExpiration: (id, expiresAt) => done(() => prolong.run(expiresAt.getTime(), sha256Hex(id))),
    deleteSession: (id) => done(() => remove.run(sha256Hex(id))),
    deleteUserSessions: (account) => done(() => removeAll.run(account)),
    deleteExpiredSessions: () => done(() => removeExpired.run(Date.now())),
  }
}

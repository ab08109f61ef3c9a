import { randomBase62, type Random } from '@parley/shared/ids'
import type { registerBody, signInBody } from '@parley/shared/sync'
import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { Problem } from '../ops/problem.ts'
import { openInvite, useInvite } from './invites.ts'
import { addMember } from './members.ts'
import { hashPassword, isPassword } from './passwords.ts'

export type Registration = z.infer<typeof registerBody>
export type SignIn = z.infer<typeof signInBody>

/**
 * Makes the account and, in the same transaction, its workspace or its membership by invite. Answers both ids. Throws
 * `email-taken`, `workspace-taken` or what `openInvite` throws.
 */
export async function register(
  db: Database.Database,
  { email, password, name, into }: Registration,
  now: () => number,
  random: Random,
): Promise<{ account: string; workspace: string }> {
  const hashed = await hashPassword(password)
  const account = randomBase62(random, 16)
  const join = db.transaction(() => {
    if (find(db, email)) throw new Problem('email-taken')
    const sql = 'INSERT INTO account (id, email, name, password, at) VALUES (?, ?, ?, ?, ?)'
    db.prepare(sql).run(account, email, name, hashed, now())
    if (into.kind === 'workspace') return foundWorkspace(db, into, account, now())
    const { workspace, role } = openInvite(db, into.code, now())
    useInvite(db, into.code, account)
    addMember(db, workspace, account, role)
    return workspace
  })
  return { account, workspace: join.immediate() }
}

/** The account. Throws `wrong-credentials` without saying which of the two is wrong. */
export async function signIn(db: Database.Database, { email, password }: SignIn): Promise<string> {
  const account = find(db, email)
  if (!(await isPassword(account?.password, password)) || !account) throw new Problem('wrong-credentials')
  return account.id
}

function find(db: Database.Database, email: string): { id: string; password: string } | undefined {
  const sql = 'SELECT id, password FROM account WHERE email = ?'
  return db.prepare<[string], { id: string; password: string }>(sql).get(email)
}

/** The workspace keeps the id its device gave it, so nothing in its documents changes; an id is given once. */
function foundWorkspace(
  db: Database.Database,
  { id, name }: { id: string; name: string },
  by: string,
  at: number,
): string {
  const sql = 'INSERT INTO workspace (id, name, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
  if (db.prepare(sql).run(id, name, at).changes === 0) throw new Problem('workspace-taken')
  addMember(db, id, by, 'owner')
  return id
}

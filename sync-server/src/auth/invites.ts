import { randomBase62, sha256Hex, type Random } from '@parley/shared/ids'
import { mayGrant, role as roleSchema, type Role } from '@parley/shared/sync'
import type Database from 'better-sqlite3'
import { Problem } from '../ops/problem.ts'
import { requireManager } from './members.ts'

const DAY = 86_400_000

interface InviteRow {
  readonly workspace: string
  readonly role: string
  readonly expires: number
  readonly used_by: string | null
}

export interface NewInvite {
  readonly workspace: string
  readonly by: string
  readonly role: Role
  readonly days: number
}

/** An invite for one person. The code is told once and stored hashed. */
export function createInvite(
  db: Database.Database,
  { workspace, by, role, days }: NewInvite,
  now: number,
  random: Random,
): { code: string; expiresAt: number } {
  if (!mayGrant(requireManager(db, workspace, by), role)) throw new Problem('role-too-low')
  const code = randomBase62(random, 24)
  const expiresAt = now + days * DAY
  const sql = 'INSERT INTO invite (code, workspace, role, expires, by) VALUES (?, ?, ?, ?, ?)'
  db.prepare(sql).run(sha256Hex(code), workspace, role, expiresAt, by)
  return { code, expiresAt }
}

/** What the code opens. Throws `invite-unknown`, `invite-used` or `invite-expired`. */
export function openInvite(db: Database.Database, code: string, now: number): { workspace: string; role: Role } {
  const sql = 'SELECT workspace, role, expires, used_by FROM invite WHERE code = ?'
  const invite = db.prepare<[string], InviteRow>(sql).get(sha256Hex(code))
  if (!invite) throw new Problem('invite-unknown')
  if (invite.used_by !== null) throw new Problem('invite-used')
  if (invite.expires <= now) throw new Problem('invite-expired')
  return { workspace: invite.workspace, role: roleSchema.parse(invite.role) }
}

export function useInvite(db: Database.Database, code: string, account: string): void {
  db.prepare('UPDATE invite SET used_by = ? WHERE code = ?').run(account, sha256Hex(code))
}

import { mayGrant, mayManageMembers, role as roleSchema, type Role } from '@parley/shared/sync'
import type { WorkspaceId } from '@parley/shared/ids'
import type Database from 'better-sqlite3'
import { Problem } from '../ops/problem.ts'

export interface Membership {
  readonly workspace: WorkspaceId
  readonly name: string
  readonly role: Role
}

/** undefined for somebody who is not a member. */
export function roleIn(db: Database.Database, workspace: string, account: string): Role | undefined {
  const sql = 'SELECT role FROM member WHERE workspace = ? AND account = ?'
  return roleSchema.safeParse(db.prepare<[string, string], { role: string }>(sql).get(workspace, account)?.role).data
}

/** Throws `not-a-member`. */
export function requireRole(db: Database.Database, workspace: string, account: string): Role {
  const role = roleIn(db, workspace, account)
  if (!role) throw new Problem('not-a-member')
  return role
}

/** Throws unless the account may invite, change roles and revoke devices there. */
export function requireManager(db: Database.Database, workspace: string, account: string): Role {
  const role = requireRole(db, workspace, account)
  if (!mayManageMembers(role)) throw new Problem('role-too-low')
  return role
}

export function membershipsOf(db: Database.Database, account: string): Membership[] {
  const sql =
    'SELECT id workspace, name, role FROM member JOIN workspace ON workspace = id WHERE account = ? ORDER BY at'
  return db.prepare<[string], Membership>(sql).all(account)
}

export function addMember(db: Database.Database, workspace: string, account: string, role: Role): void {
  db.prepare('INSERT INTO member (workspace, account, role) VALUES (?, ?, ?)').run(workspace, account, role)
}

/** Changes a member's role, or takes him out with `null`. Throws `role-too-low`, `not-a-member` or `last-owner`. */
export function setRole(
  db: Database.Database,
  workspace: string,
  by: string,
  account: string,
  role: Role | null,
): void {
  db.transaction(() => {
    const mine = requireManager(db, workspace, by)
    const theirs = requireRole(db, workspace, account)
    if (!mayGrant(mine, theirs) || (role && !mayGrant(mine, role))) throw new Problem('role-too-low')
    if (theirs === 'owner' && role !== 'owner' && ownersOf(db, workspace) === 1) throw new Problem('last-owner')
    if (role) db.prepare('UPDATE member SET role = ? WHERE workspace = ? AND account = ?').run(role, workspace, account)
    else db.prepare('DELETE FROM member WHERE workspace = ? AND account = ?').run(workspace, account)
  }).immediate()
}

function ownersOf(db: Database.Database, workspace: string): number {
  const sql = "SELECT count(*) n FROM member WHERE workspace = ? AND role = 'owner'"
  return db.prepare<[string], { n: number }>(sql).get(workspace)?.n ?? 0
}

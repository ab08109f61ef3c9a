import { mayGrant } from '@parley/shared/sync'
import type Database from 'better-sqlite3'
import { Problem } from '../ops/problem.ts'
import { requireRole, roleIn } from './members.ts'

export interface Device {
  readonly id: string
  readonly workspace: string
  readonly account: string
  readonly name: string
  readonly revoked: number | null
}

export function findDevice(db: Database.Database, id: string): Device | undefined {
  return db.prepare<[string], Device>('SELECT id, workspace, account, name, revoked FROM device WHERE id = ?').get(id)
}

/** The member's own device in this workspace. Throws `device-unknown` or `device-revoked`. */
export function requireDevice(db: Database.Database, workspace: string, account: string, id: string): Device {
  requireRole(db, workspace, account)
  const device = findDevice(db, id)
  if (device?.workspace !== workspace || device.account !== account) throw new Problem('device-unknown')
  if (device.revoked !== null) throw new Problem('device-revoked')
  return device
}

/** Told again, it takes the new name. Throws `device-taken` for an id of somebody else, `device-revoked`. */
export function registerDevice(
  db: Database.Database,
  { id, workspace, account, name }: Omit<Device, 'revoked'>,
  now: number,
): void {
  requireRole(db, workspace, account)
  const known = findDevice(db, id)
  if (known && (known.workspace !== workspace || known.account !== account)) throw new Problem('device-taken')
  if (known && known.revoked !== null) throw new Problem('device-revoked')
  const sql = `INSERT INTO device (id, workspace, account, name, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name`
  db.prepare(sql).run(id, workspace, account, name, now)
}

/** One's own, or that of somebody whose role one may give. For good: the device would come back as a new one. */
export function revokeDevice(db: Database.Database, workspace: string, by: string, id: string, now: number): void {
  const mine = requireRole(db, workspace, by)
  const device = findDevice(db, id)
  if (device?.workspace !== workspace) throw new Problem('device-unknown')
  const theirs = roleIn(db, workspace, device.account) ?? 'viewer'
  if (device.account !== by && !mayGrant(mine, theirs)) throw new Problem('role-too-low')
  db.prepare('UPDATE device SET revoked = ? WHERE id = ? AND revoked IS NULL').run(now, id)
}

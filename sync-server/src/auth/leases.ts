import type Database from 'better-sqlite3'
import { Problem } from '../ops/problem.ts'

export interface LeaseRow {
  readonly sender: string
  readonly fence: number
  /** null while nobody holds it. */
  readonly device: string | null
}

export interface LeaseRequest {
  readonly workspace: string
  /** The alias key of the sender's number. */
  readonly sender: string
  readonly device: string
}

/**
 * Gives the sender's lease to the device, pinned until released: nothing here expires, so the holder goes on sending
 * while this server is down. The fence is above every earlier one and above `above`, the one held before the workspace
 * had a server. Its holder asking again gets what it has. Throws `lease-held`.
 */
export function grantLease(db: Database.Database, request: LeaseRequest, above: number, now: number): number {
  const { workspace, sender, device } = request
  return db
    .transaction(() => {
      const lease = findLease(db, workspace, sender)
      if (lease?.device === device && lease.fence > above) return lease.fence
      if (lease && lease.device !== null && lease.device !== device)
        throw new Problem('lease-held', { device: lease.device })
      const fence = Math.max(lease?.fence ?? 0, above) + 1
      const sql = `INSERT INTO lease (workspace, sender, fence, device, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (workspace, sender) DO UPDATE SET fence = excluded.fence, device = excluded.device, at = excluded.at`
      db.prepare(sql).run(workspace, sender, fence, device, now)
      return fence
    })
    .immediate()
}

/** Only its holder, with its fence. The fence stays, so the next grant is above it. Throws `lease-not-held`. */
export function releaseLease(db: Database.Database, request: LeaseRequest, fence: number): void {
  const { workspace, sender, device } = request
  const sql = 'UPDATE lease SET device = NULL WHERE workspace = ? AND sender = ? AND device = ? AND fence = ?'
  if (db.prepare(sql).run(workspace, sender, device, fence).changes === 0) throw new Problem('lease-not-held')
}

function findLease(db: Database.Database, workspace: string, sender: string): LeaseRow | undefined {
  const sql = 'SELECT sender, fence, device FROM lease WHERE workspace = ? AND sender = ?'
  return db.prepare<[string, string], LeaseRow>(sql).get(workspace, sender)
}

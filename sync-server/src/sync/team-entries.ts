import type Database from 'better-sqlite3'
import type { Device } from '../auth/devices.ts'
import type { LeaseRow } from '../auth/leases.ts'

const FORMAT = 1

interface MemberRow {
  readonly account: string
  readonly role: string
  readonly name: string
}

/**
 * What the `team` document says, from the database: `member/<account>` = `[format, role, name]`, `device/<id>` =
 * `[format, account, name, revoked]`, `lease/<sender>` = `[format, fence, device or null]`. A sender is the alias key of
 * its number.
 */
export function teamEntries(db: Database.Database, workspace: string): Map<string, unknown> {
  const all = <Row>(sql: string): Row[] => db.prepare<[string], Row>(sql).all(workspace)
  const members = all<MemberRow>(
    'SELECT account, role, name FROM member JOIN account ON account = id WHERE workspace = ?',
  )
  const devices = all<Device>('SELECT id, workspace, account, name, revoked FROM device WHERE workspace = ?')
  const leases = all<LeaseRow>('SELECT sender, fence, device FROM lease WHERE workspace = ?')
  return new Map<string, unknown>([
    ...members.map(({ account, role, name }) => [`member/${account}`, [FORMAT, role, name]] as const),
    ...devices.map(({ id, account, name, revoked }) => [`device/${id}`, [FORMAT, account, name, revoked]] as const),
    ...leases.map(({ sender, fence, device }) => [`lease/${sender}`, [FORMAT, fence, device]] as const),
  ])
}

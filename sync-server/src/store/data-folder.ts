import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'

/** Another process serves this folder: two would each acknowledge what the other does not know. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  readonly folder: string
  readonly pid: string

  constructor(folder: string, pid: string) {
    super(`${folder} is in use by process ${pid}. Stop it, or give this one a folder of its own with PARLEY_DATA.`)
    this.folder = folder
    this.pid = pid
  }
}

export interface DataFolder extends Disposable {
  path(file: string): string
}

/**
 * Makes the folder, readable by its owner only, and holds its lock. The lock is SQLite's on an otherwise empty file, so
 * the system lets go of it however the process ends. Throws `FolderInUseError`.
 */
export function openDataFolder(folder: string): DataFolder {
  const root = resolve(folder)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  chmodSync(root, 0o700)
  const pidFile = join(root, 'server.pid')
  const lock = new Database(join(root, 'lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new FolderInUseError(root, readPid(pidFile))
    throw error
  }
  writeFileSync(pidFile, String(process.pid), { mode: 0o600 })
  return { path: (file) => join(root, file), [Symbol.dispose]: () => lock.close() }
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'unknown'
  }
}

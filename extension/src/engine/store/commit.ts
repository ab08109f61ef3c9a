import { FORMAT, type CommandRow, type ParleyDb } from './db.ts'
import { StoreError } from './errors.ts'
import type { Work } from './work.ts'

const WRITER = 'writer'

/** Makes `writer` the one whose commits the store takes; a former engine that still lives fails from now on. */
export async function claim(db: ParleyDb, writer: string): Promise<void> {
  await db.kv.put({ key: WRITER, value: writer })
}

/** Throws inside a transaction if another engine has claimed the store: two writers would share Yjs clocks. */
export async function assertWriter(db: ParleyDb, writer: string): Promise<void> {
  const claimed = await db.kv.get(WRITER)
  if (claimed?.value !== writer) throw new StoreError('storage-unavailable')
}

/** Everything a command wrote and its result, in one strict transaction: all of it is durable, or nothing is. */
export async function commit(
  db: ParleyDb,
  writer: string,
  work: Work,
  command: Omit<CommandRow, 'format'> | undefined,
): Promise<void> {
  const side = [...new Set(work.writes.map((write) => write.table))].map((name) => db.table(name))
  await db.transaction('rw', [db.kv, db.log, db.command, ...side], async () => {
    await assertWriter(db, writer)
    await db.log.bulkAdd(work.rows)
    for (const write of work.writes) {
      if ('row' in write) await db.table(write.table).put(write.row)
      else await db.table(write.table).delete(write.key)
    }
    if (command) await db.command.put({ ...command, format: FORMAT })
  })
}

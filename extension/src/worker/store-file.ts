import { openDatabase } from '../engine/store/index.ts'

/**
 * Keeps a picked file where the worker finds it and answers its key, for `import.start`. A File would not survive a
 * runtime message. One that no import is started for within a day is swept.
 */
export async function storeFile(file: Blob): Promise<string> {
  const db = openDatabase()
  const key = `${fileKeyPrefix}${Date.now()}-${crypto.randomUUID()}`
  try {
    await db.blob.put({ key, blob: file })
    return key
  } finally {
    db.close()
  }
}

const fileKeyPrefix = 'import/'

/** When a key of `storeFile` was made, ms since 1970; undefined for any other key. */
export function storedAt(key: string): number | undefined {
  const [, at] = /^import\/(\d+)-/.exec(key) ?? []
  return at === undefined ? undefined : Number(at)
}

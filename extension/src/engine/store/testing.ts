import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import type { Random } from '@parley/shared/ids'
import type { SessionArea } from './client-ids.ts'
import { openDatabase } from './db.ts'
import { Store, type StoreOptions } from './store.ts'

// Dexie looks for the browser's IndexedDB when it is imported, before a global could be set.
Dexie.dependencies.indexedDB = indexedDB
Dexie.dependencies.IDBKeyRange = IDBKeyRange

/** `storage.session` of one browser session. */
export function sessionArea(): SessionArea {
  const items = new Map<string, unknown>()
  return {
    get: async (key) => Object.fromEntries(items.has(key) ? [[key, items.get(key)]] : []),
    set: async (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value))
    },
  }
}

export const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

let databases = 0

/** One browser profile: every `start` is an engine that knows only what the former ones made durable. */
export class Profile {
  readonly #database = `test-${String(++databases)}`
  session = sessionArea()

  start(options: Partial<StoreOptions> = {}): Promise<Store> {
    const db = openDatabase(this.#database)
    return Store.open({ db, session: this.session, random, now: Date.now, ...options })
  }

  /** The database as another reader sees it. */
  database(): ReturnType<typeof openDatabase> {
    return openDatabase(this.#database)
  }
}

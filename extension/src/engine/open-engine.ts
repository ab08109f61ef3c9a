import { browser } from '#imports'
import type { Random } from '@parley/shared/ids'
import type { CallTarget } from './calls/server.ts'
import type { Sender } from './calls.ts'
import {
  importCommands,
  importQueries,
  Importer,
  localHost,
  offscreenHost,
  undoStopping,
  wakeForImport,
} from './contacts/import/index.ts'
import { openRooms } from './engine.ts'
import { openDatabase, Store, tidyWhenIdle } from './store/index.ts'

/** What the engine needs to know of WhatsApp tabs to answer for them. */
export interface SenderFeed {
  senders(): Sender[]
  onChange(listener: () => void): () => void
}

export interface Engine extends CallTarget {
  readonly importer: Importer
}

/** Opens the store and everything that stands on it. Throws StoreError when the store cannot be opened. */
export async function openEngine(senders: SenderFeed): Promise<Engine> {
  const db = openDatabase()
  const store = await Store.open({ db, session: browser.storage.session, random, now: Date.now })
  const rooms = await openRooms(store, random)
  const importer: Importer = new Importer({
    store,
    db,
    random,
    now: Date.now,
    workspace: rooms.current,
    phones: { holder: (phone) => rooms.contacts().holder(phone) },
    wake: wakeForImport,
    host: import.meta.env.FIREFOX ? localHost((report) => void importer.report(report)) : offscreenHost(),
  })
  tidyWhenIdle(store, new AbortController().signal)
  return {
    store,
    importer,
    handlers: {
      commands: {
        ...rooms.commands,
        ...importCommands(importer, { workspace: rooms.current, db, random }),
        'operations.undo': undoStopping(importer, (work, input) => rooms.commands['operations.undo'](work, input)),
      },
      queries: {
        ...rooms.queries,
        ...importQueries(importer, db),
        'page.senders': { run: () => Promise.resolve(senders.senders()), watch: senders.onChange },
      },
    },
  }
}

const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** Opens with the first caller and shares it; a failed opening is tried again by the next one. */
export function lazily<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | undefined
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
}

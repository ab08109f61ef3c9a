import { browser } from '#imports'
import type { Random } from '@parley/shared/ids'
import { campaignsCommands, campaignsQueries, Mover } from './campaigns/index.ts'
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
import type { RunnerView } from './queue/index.ts'
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
  const mover = await Mover.load(store, rooms.current)
  const campaigns = { ...rooms, mover, senders, random, runner: NOT_RUNNING }
  void mover.resume()
  tidyWhenIdle(store, new AbortController().signal)
  return {
    store,
    importer,
    handlers: {
      commands: {
        ...rooms.commands,
        ...campaignsCommands(campaigns),
        ...importCommands(importer, { workspace: rooms.current, db, random }),
        'operations.undo': undoStopping(importer, (work, input) => rooms.commands['operations.undo'](work, input)),
      },
      queries: {
        ...rooms.queries,
        ...campaignsQueries(campaigns),
        ...importQueries(importer, db),
        'page.senders': { run: () => Promise.resolve(senders.senders()), watch: senders.onChange },
      },
    },
  }
}

/** Nothing is sent yet, so nothing waits. */
const NOT_RUNNING: RunnerView = {
  waiting: () => undefined,
  senderState: () => ({ running: 0, leftToday: { warm: 0, cold: 0 }, held: null }),
  onChange: () => () => undefined,
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

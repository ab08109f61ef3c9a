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
import type { Pages } from './page/index.ts'
import { queueCommands, queueQueries, RunnerRoom } from './queue/index.ts'
import { openDatabase, Store, tidyWhenIdle } from './store/index.ts'

/** What the engine needs to know of WhatsApp tabs to answer for them. */
export interface SenderFeed {
  senders(): Sender[]
  onChange(listener: () => void): () => void
}

/** The browser around the engine. */
export interface Surroundings {
  readonly senders: SenderFeed
  readonly pages: Pick<Pages, 'ask' | 'tabs'>
  /** See `keepAwake`. */
  readonly awake: (due: number, tabs: readonly number[]) => void
}

export interface Engine extends CallTarget {
  readonly importer: Importer
  readonly queue: RunnerRoom
}

/** Opens the store and everything that stands on it. Throws StoreError when the store cannot be opened. */
export async function openEngine({ senders, pages, awake }: Surroundings): Promise<Engine> {
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
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const wake = awakeFor(mover, awake)
  const queue = await RunnerRoom.open({ ...rooms, pages, timeZone, awake: wake })
  const campaigns = { ...rooms, mover, senders, random, runner: queue }
  void mover.resume()
  tidyWhenIdle(store, new AbortController().signal)
  return {
    store,
    importer,
    queue,
    handlers: {
      commands: {
        ...rooms.commands,
        ...campaignsCommands(campaigns),
        ...queueCommands(queue),
        ...importCommands(importer, { workspace: rooms.current, db, random }),
        'operations.undo': undoStopping(importer, (work, input) => rooms.commands['operations.undo'](work, input)),
      },
      queries: {
        ...rooms.queries,
        ...campaignsQueries(campaigns),
        ...queueQueries(queue),
        ...importQueries(importer, db),
        'page.senders': { run: () => Promise.resolve(senders.senders()), watch: senders.onChange },
      },
    },
  }
}

/** A campaign on its way into the queue is due at once, whatever the queue says: a killed engine has to be started again. */
function awakeFor(mover: Mover, awake: Surroundings['awake']): Surroundings['awake'] {
  let last: Parameters<Surroundings['awake']> = [Infinity, []]
  const tell = (): void => {
    const [due, tabs] = last
    awake(mover.starts().length > 0 ? 0 : due, tabs)
  }
  mover.onChange(tell)
  return (...said) => {
    last = said
    tell()
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

import type { Random } from '@parley/shared/ids'
import { CallFailure } from './calls/failure.ts'
import type { CommandHandlers, QueryHandlers } from './calls/handlers.ts'
import { consentCommands, ContactIndex, contactCommands, contactQueries, undoCommand } from './contacts/index.ts'
import { QueueIndex } from './queue/index.ts'
import type { Store } from './store/index.ts'
import { deviceFormatting, templateCommands, templateQueries } from './templates/index.ts'
import { CurrentWorkspace, workspaceCommands, workspaceQueries } from './workspace/index.ts'

/** The rooms of the engine over one open store. */
export interface Rooms {
  readonly store: Store
  readonly current: CurrentWorkspace
  /** Throws CallFailure `no-workspace` before the first run is done. */
  readonly contacts: () => ContactIndex
  /** Throws likewise. */
  readonly queue: () => QueueIndex
  readonly commands: ReturnType<typeof ownCommands>
  readonly queries: ReturnType<typeof ownQueries>
}

/** Builds what is held in memory over an open store. */
export async function openRooms(store: Store, random: Random): Promise<Rooms> {
  const current = await CurrentWorkspace.load(store)
  let index = current.layout && (await ContactIndex.load(store, current.layout))
  let queued = current.layout && (await QueueIndex.load(store, current.layout))
  current.onEnter(() => {
    index = ContactIndex.begin(store, current.require())
    queued = QueueIndex.begin(store, current.require())
  })
  const contacts = (): ContactIndex => index ?? refuse()
  const queue = (): QueueIndex => queued ?? refuse()
  return {
    store,
    current,
    contacts,
    queue,
    commands: ownCommands(current, contacts, random),
    queries: ownQueries(store, current, contacts),
  }
}

function refuse(): never {
  throw new CallFailure({ reason: 'no-workspace' })
}

function ownCommands(current: CurrentWorkspace, contacts: () => ContactIndex, random: Random) {
  return {
    ...workspaceCommands(current, random),
    ...contactCommands(current, { holder: (phone) => contacts().holder(phone) }, random),
    ...consentCommands(current),
    ...undoCommand(current, (opId) => contacts().createdIn(opId)),
    ...templateCommands(current, random, deviceFormatting),
  } satisfies Partial<CommandHandlers>
}

function ownQueries(store: Store, current: CurrentWorkspace, contacts: () => ContactIndex) {
  return {
    ...workspaceQueries(store, current),
    ...contactQueries(store, current, contacts),
    ...templateQueries(store, current),
  } satisfies Partial<QueryHandlers>
}

import { newOpId, tagId, type E164, type Random } from '@parley/shared/ids'
import { STANDARD_FIELDS, type Draft } from '@parley/shared/contacts'
import { openRooms, type Rooms } from '../../extension/src/engine/engine.ts'
import { newJob } from '../../extension/src/engine/contacts/import/new-job.ts'
import { pinnedDocs } from '../../extension/src/engine/contacts/import/pinned-docs.ts'
import { takeChunk } from '../../extension/src/engine/contacts/import/take-chunk.ts'
import { openDatabase, Store } from '../../extension/src/engine/store/index.ts'
import type { BenchContact } from '../frame/contacts.ts'
import type { Subject } from './subject.ts'

/** Rows of a chunk, as the import worker stages them. */
const CHUNK = 1_000
const PAGE = { deleted: false, sort: 'name', descending: false, offset: 0, limit: 50 } as const
const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** The product's own engine over its own store: every chunk is taken over as an import does it, history and all. */
export async function openOurs(): Promise<Subject> {
  const store = await Store.open({ db: openDatabase('bench-parley'), session: sessionArea(), random, now: Date.now })
  const rooms = await openRooms(store, random)
  await store.command('bench/create', 'workspace.create', (work) =>
    rooms.commands['workspace.create'](work, { name: 'Bench', country: 'US' }),
  )
  const names = (search: string, tags: string[]): string[] =>
    rooms
      .contacts()
      .page({ ...PAGE, search, tags })
      .rows.map(({ name }) => name)
  return {
    store: (contacts) => storeAll(store, rooms, contacts),
    search: (text) => Promise.resolve(names(text, [])),
    tagPage: (tag) => Promise.resolve(names('', [tagId(rooms.current.require().workspace, tag)])),
  }
}

/** `storage.session` of this page; in the extension it outlives the worker. */
function sessionArea(): {
  get(): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
} {
  const items: Record<string, unknown> = {}
  return {
    get: () => Promise.resolve(items),
    set: (added) => Promise.resolve(void Object.assign(items, added)),
  }
}

async function storeAll(store: Store, rooms: Rooms, contacts: readonly BenchContact[]): Promise<void> {
  const layout = rooms.current.require()
  const phones = { holder: (phone: E164) => rooms.contacts().holder(phone) }
  const head = { id: newOpId(random), by: store.device, startedAt: Date.now(), bytesTotal: 0, mapping: [] as never }
  let job = newJob(head, { blobKey: 'bench', fileName: 'bench.csv', mapping: {}, country: 'US', tags: [] })
  const unpin = store.pin(pinnedDocs(layout))
  for (let n = 0; n * CHUNK < contacts.length; n++) {
    const drafts = contacts.slice(n * CHUNK, (n + 1) * CHUNK).map(draftOf)
    const chunk = { n, drafts, rejects: [], bytesRead: 0, last: (n + 1) * CHUNK >= contacts.length }
    job = await store.command(`${job.id}/${n}`, 'import.chunk', (work) =>
      takeChunk(work, job, chunk, { layout, phones, random }),
    )
  }
  unpin()
}

function draftOf({ phone, tag, ...rest }: BenchContact): Draft {
  const fields: Record<string, string> = { [STANDARD_FIELDS.phone]: phone }
  for (const name of ['fullName', 'email', 'company', 'city', 'notes'] as const)
    fields[STANDARD_FIELDS[name]] = rest[name]
  return { phone: phone as E164, fields, tags: [tag], optOut: false, consent: null }
}

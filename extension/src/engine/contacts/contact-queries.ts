import { aliasPlace, asContactId, consentDoc, workDoc, type DocName } from '@parley/shared/ids'
import {
  phonesOf,
  readConsent,
  readContact,
  standingOptOuts,
  type ConsentEvent,
  type Contact,
} from '@parley/shared/contacts'
import { readTags } from '@parley/shared/workspace'
import type { ConsentEvent as ShownEvent, ContactDetail } from '../calls.ts'
import type { QueryHandlers } from '../calls/handlers.ts'
import type { Store } from '../store/index.ts'
import { docOfContact, type CurrentWorkspace, type Layout } from '../workspace/index.ts'
import { allOperations, contactHistory, shownOperations } from './history.ts'
import type { ContactIndex } from './index/contact-index.ts'

type ContactQuery = 'contacts.page' | 'contacts.one' | 'contacts.tags' | 'operations.recent'

export function contactQueries(
  store: Store,
  current: CurrentWorkspace,
  index: () => ContactIndex,
): Pick<QueryHandlers, ContactQuery> {
  /** Watches documents by the first letter of their names, and the making of the workspace. */
  function watchKinds(kinds: string): (changed: () => void) => () => void {
    return (changed) => {
      const stopCommits = store.onCommit((touched) => {
        if (touched.some(({ doc }) => kinds.includes(doc.charAt(0)))) changed()
      })
      const stopEnter = current.onEnter(changed)
      return () => {
        stopCommits()
        stopEnter()
      }
    }
  }
  return {
    'contacts.page': {
      run: async (query) => index().page(query),
      watch: watchKinds('cs'),
    },
    'contacts.one': {
      run: ({ id }) => contactDetail(store, current.require(), index(), id),
      watch: (changed, { id }) =>
        store.onCommit((touched) => {
          const own = touched.some(
            ({ doc, keys }) => doc.startsWith('c/') && [...keys].some((key) => key.startsWith(id)),
          )
          if (own || touched.some(({ doc }) => doc.startsWith('s/'))) changed()
        }),
    },
    'contacts.tags': {
      async run() {
        const counts = index().tagCounts()
        const tags = await store.read(workDoc(current.require().workspace), readTags)
        return tags.map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
      },
      watch: watchKinds('cw'),
    },
    'operations.recent': {
      run: async ({ limit }) => shownOperations(await allOperations(store, current.require()), limit),
      watch: watchKinds('h'),
    },
  }
}

async function contactDetail(
  store: Store,
  layout: Layout,
  index: ContactIndex,
  text: string,
): Promise<ContactDetail | null> {
  const id = asContactId(text)
  if (!id) return null
  const doc = docOfContact(layout, id)
  const contact = await store.read(doc, (m) => readContact(m, id))
  if (!contact) return null
  const operations = await allOperations(store, layout)
  const history = await store.read(doc, (m) => contactHistory(m, contact, operations))
  const ledger = await consentLedger(store, layout, contact)
  const { fields, tags, groups, deleted, createdAt, createdBy } = contact
  return {
    id,
    fields,
    tags: tags.toSorted(),
    groups: groups.toSorted(),
    deleted,
    consent: index.consent.of(phonesOf(contact).join(' ')),
    createdAt,
    createdBy,
    history,
    ledger,
  }
}

/** Everything said under any of the contact's numbers, newest first; one event under two numbers stands once. */
async function consentLedger(store: Store, { workspace }: Layout, contact: Contact): Promise<ShownEvent[]> {
  const shown = new Map<string, ShownEvent>()
  for (const phone of phonesOf(contact)) {
    const { key, shard } = aliasPlace(workspace, phone)
    const doc: DocName = consentDoc(workspace, shard)
    for (const event of shownEvents(await store.read(doc, (m) => readConsent(m, key)))) shown.set(event.id, event)
  }
  return [...shown.values()].sort((a, b) => b.at - a.at)
}

function shownEvents(events: readonly ConsentEvent[]): ShownEvent[] {
  const standing = new Set(standingOptOuts(events).map(({ id }) => id))
  return events.map(({ id, kind, at, by, source }) => ({
    id,
    kind,
    at,
    by,
    source,
    superseded: kind === 'out' && !standing.has(id),
  }))
}

import { displayName, readContact, variableValues } from '@parley/shared/contacts'
import { ruleDoc } from '@parley/shared/ids'
import type { ContactValues } from '../calls.ts'
import { byShard } from '../contacts/index.ts'
import type { Store } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'
import { knownVariables } from './known-variables.ts'

/** What each of these contacts fills a template with, in the order asked for; those that are gone are left out. */
export async function contactValues(store: Store, layout: Layout, ids: readonly string[]): Promise<ContactValues[]> {
  const names = await store.read(ruleDoc(layout.workspace), knownVariables)
  const found = new Map<string, ContactValues>()
  for (const [doc, members] of byShard(layout, ids)) {
    const contacts = await store.read(doc, (m) => members.flatMap((id) => readContact(m, id) ?? []))
    for (const contact of contacts.filter(({ deleted }) => !deleted)) {
      const values = variableValues(contact, names)
      found.set(contact.id, { contactId: contact.id, name: displayName(contact), values })
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

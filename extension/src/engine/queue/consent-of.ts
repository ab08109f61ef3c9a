import { aliasPlace, consentDoc, type DocMap, type DocName } from '@parley/shared/ids'
import { personConsent, phonesOf, readConsent, readContact, type ConsentState } from '@parley/shared/contacts'
import type { Message, Recipient } from '@parley/shared/queue'
import { docOfContact, type Layout } from '../workspace/index.ts'
import { addressOf } from './addresses.ts'

/** Looks at documents, inside a command or outside. */
export interface Reader {
  read<T>(doc: DocName, look: (map: DocMap) => T): Promise<T>
}

/**
 * A person's consent now: over the addresses frozen in the message, those the contact has gained since, and the chats
 * WhatsApp knows them under.
 */
export async function consentOf(
  reader: Reader,
  layout: Layout,
  message: Message,
  recipient: Recipient | undefined,
): Promise<ConsentState> {
  const contact = await reader.read(docOfContact(layout, message.contact), (m) => readContact(m, message.contact))
  const chats = recipient?.kind === 'present' ? recipient.chats.map(addressOf) : []
  const aliases = new Set([...message.to, ...(contact ? phonesOf(contact) : []), ...chats])
  const events = []
  for (const alias of aliases) {
    const { key, shard } = aliasPlace(layout.workspace, alias)
    events.push(await reader.read(consentDoc(layout.workspace, shard), (m) => readConsent(m, key)))
  }
  return personConsent(events)
}

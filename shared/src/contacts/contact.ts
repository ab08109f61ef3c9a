import type { ContactId, E164, FieldId, GroupId, OpId, TagId } from '../ids/index.ts'
import { asE164 } from '../ids/index.ts'
import { PHONE_FIELDS, STANDARD_FIELDS } from './standard-fields.ts'

/** What a contact says, whoever made it: a field left out is empty, never ''. */
export interface ContactContent {
  readonly fields: Readonly<Partial<Record<FieldId, string>>>
  readonly tags: readonly TagId[]
  readonly groups: readonly GroupId[]
}

/** One contact as its document shows it now: base and overlays put together. */
export interface Contact extends ContactContent {
  readonly id: ContactId
  readonly deleted: boolean
  /** ms since 1970, the clock of the device that made it. */
  readonly createdAt: number
  /** The operation that made it; an import's is the contact's provenance. */
  readonly createdBy: OpId
}

/** The contact's numbers, best first, each once. */
export function phonesOf(contact: Pick<ContactContent, 'fields'>): E164[] {
  const found = PHONE_FIELDS.map((field) => asE164(contact.fields[field] ?? '')).filter((phone) => phone !== undefined)
  return [...new Set(found)]
}

/** How the contact is called in lists: its full name, else its parts, else what it has instead; '' for nothing. */
export function displayName(contact: ContactContent): string {
  const { fullName, firstName, middleName, lastName, nickname, company, email } = STANDARD_FIELDS
  const { fields } = contact
  const parts = [fields[firstName], fields[middleName], fields[lastName]].filter(Boolean).join(' ')
  return fields[fullName] ?? (parts || (fields[nickname] ?? fields[company] ?? fields[email] ?? ''))
}

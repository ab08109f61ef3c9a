import type { ContactId, E164, FieldId, GroupId, OpId, TagId } from '../../ids/index.ts'
import { displayName, phonesOf, type Contact } from '../contact.ts'
import type { ConsentState } from '../consent-doc.ts'
import { PHONE_FIELDS } from '../standard-fields.ts'
import { foldText } from './fold-text.ts'

/** What lists, search and filters need of one contact; rebuilt from the documents at any time. */
export interface IndexRow {
  readonly id: ContactId
  readonly name: string
  /** Best first. */
  readonly phones: readonly E164[]
  readonly tags: readonly TagId[]
  readonly groups: readonly GroupId[]
  readonly consent: ConsentState
  readonly deleted: boolean
  readonly createdAt: number
  readonly createdBy: OpId
  /** What search looks through, folded; without line ends. */
  readonly text: string
}

/** The row of a contact whose aliases' consent comes to `consent`. */
export function indexRow(contact: Contact, consent: ConsentState): IndexRow {
  const { id, tags, groups, deleted, createdAt, createdBy } = contact
  const phones = phonesOf(contact)
  const name = displayName(contact).replace(/\s+/gu, ' ')
  return { id, name, phones, tags, groups, consent, deleted, createdAt, createdBy, text: searchText(contact, phones) }
}

const PHONES: ReadonlySet<string> = new Set(PHONE_FIELDS)

/** Every field's words once, and the digits of the numbers. */
function searchText(contact: Contact, phones: readonly E164[]): string {
  const values: string[] = phones.map((phone) => phone.slice(1))
  for (const field of Object.keys(contact.fields) as FieldId[]) {
    const value = contact.fields[field]
    if (value && !(PHONES.has(field) && value.startsWith('+'))) values.push(value)
  }
  return foldText(values.join(' ').replace(/\s+/gu, ' '))
}

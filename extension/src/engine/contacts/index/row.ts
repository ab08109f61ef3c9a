import { displayName, foldText, phonesOf, PHONE_FIELDS, type Contact } from '@parley/shared/contacts'
import type { ContactId, OpId } from '@parley/shared/ids'

/** What lists and searches know of a contact. */
export interface Row {
  readonly id: ContactId
  readonly name: string
  /** What `name` sorts by; '' sorts last. */
  readonly key: string
  /** E.164, best first, with spaces between. */
  readonly phones: string
  /** Ids of 8 characters run together. */
  readonly tags: string
  readonly groups: string
  readonly deleted: boolean
  readonly createdAt: number
  readonly createdBy: OpId
  /** Everything searched, folded. */
  readonly search: string
}

/** A note of a page is found by its beginning. */
const SEARCHED = 300

export function rowOf(contact: Contact): Row {
  const name = oneLine(displayName(contact))
  return {
    id: contact.id,
    name,
    key: foldText(name),
    phones: phonesOf(contact).join(' '),
    // A document's own order is that of arrival, which differs between devices.
    tags: contact.tags.toSorted().join(''),
    groups: contact.groups.toSorted().join(''),
    deleted: contact.deleted,
    createdAt: contact.createdAt,
    createdBy: contact.createdBy,
    search: searchText(contact, name),
  }
}

/** What to look for when a person types `query`; '' finds everybody. A number is found however it is written. */
export function needleOf(query: string): string {
  const folded = foldText(oneLine(query)).trim()
  if (!/^\+?[\d\s()./-]+$/.test(folded)) return folded
  const digits = folded.replaceAll(/\D/g, '')
  return digits.replace(/^0+/, '') || digits
}

function searchText(contact: Contact, name: string): string {
  const values = Object.entries(contact.fields).flatMap(([field, value]) => {
    if (value === undefined || value === name) return []
    return PHONE_FIELDS.some((phone) => phone === field) ? value.replaceAll('+', '') : oneLine(value).slice(0, SEARCHED)
  })
  return [name, ...values].map(foldText).join('\t')
}

function oneLine(text: string): string {
  return /[\n\t]/.test(text) ? text.replaceAll(/[\n\t]+/g, ' ') : text
}

import { asContactId, type ContactId, type DocName } from '@parley/shared/ids'
import { CallFailure } from '../calls/failure.ts'
import { docOfContact, type Layout } from '../workspace/index.ts'

/** A contact id as a caller wrote it; throws CallFailure `not-found` for one that cannot exist. */
export function contactId(text: string): ContactId {
  const id = asContactId(text)
  if (!id) throw new CallFailure({ reason: 'not-found' })
  return id
}

/** The contacts grouped by the document they live in, so that each document is opened and written once. */
export function byShard(layout: Layout, ids: readonly string[]): Map<DocName, ContactId[]> {
  return Map.groupBy(ids.map(contactId), (id) => docOfContact(layout, id))
}

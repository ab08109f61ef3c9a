import {
  asContactId,
  asFieldId,
  asGroupId,
  asTagId,
  type ContactId,
  type FieldId,
  type GroupId,
  type TagId,
} from '../ids/index.ts'

/** What a key of a contact document is about. */
export type ContactKey =
  | { readonly kind: 'base'; readonly id: ContactId }
  | { readonly kind: 'field'; readonly id: ContactId; readonly field: FieldId }
  | { readonly kind: 'tag'; readonly id: ContactId; readonly tag: TagId }
  | { readonly kind: 'group'; readonly id: ContactId; readonly group: GroupId }
  | { readonly kind: 'deleted'; readonly id: ContactId }
  | { readonly kind: 'joined'; readonly id: ContactId; readonly other: ContactId }

const ID_LENGTH = 16

/**
 * Reads a key; undefined for one of a newer Parley or of nobody. Keys hold ids only: names survive deletion in Yjs, so
 * no word a person typed may ever stand in one.
 */
export function parseContactKey(key: string): ContactKey | undefined {
  const id = asContactId(key.slice(0, ID_LENGTH))
  if (!id) return undefined
  if (key.length === ID_LENGTH) return { kind: 'base', id }
  const rest = key.slice(ID_LENGTH)
  if (rest === '/d') return { kind: 'deleted', id }
  return overlayKey(id, rest.slice(0, 3), rest.slice(3))
}

function overlayKey(id: ContactId, kind: string, of: string): ContactKey | undefined {
  if (kind === '/f/') return withValue(asFieldId(of), (field) => ({ kind: 'field', id, field }))
  if (kind === '/t/') return withValue(asTagId(of), (tag) => ({ kind: 'tag', id, tag }))
  if (kind === '/g/') return withValue(asGroupId(of), (group) => ({ kind: 'group', id, group }))
  if (kind === '/m/') return withValue(asContactId(of), (other) => ({ kind: 'joined', id, other }))
  return undefined
}

function withValue<T>(value: T | undefined, make: (value: T) => ContactKey): ContactKey | undefined {
  return value === undefined ? undefined : make(value)
}

export function fieldKey(id: ContactId, field: FieldId): string {
  return `${id}/f/${field}`
}

export function tagKey(id: ContactId, tag: TagId): string {
  return `${id}/t/${tag}`
}

export function groupKey(id: ContactId, group: GroupId): string {
  return `${id}/g/${group}`
}

export function deletedKey(id: ContactId): string {
  return `${id}/d`
}

export function joinedKey(id: ContactId, other: ContactId): string {
  return `${id}/m/${other}`
}

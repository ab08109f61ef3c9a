import type { ContactId, DocMap, FieldId, GroupId, OpId, TagId } from '../ids/index.ts'
import type { ContactContent } from './contact.ts'
import { decodeBase, encodeBase, type ContactBase } from './contact-base.ts'
import { deletedKey, fieldKey, groupKey, joinedKey, tagKey } from './contact-keys.ts'
import { overlayAt, setOverlay, type OverlayValue } from './overlay.ts'

/**
 * What one write replaced; goes into history, and undo reads it. `replaced` is the operation whose overlay stood
 * there, null if none did (then `before` is the base's value).
 */
export interface Change {
  readonly key: string
  readonly replaced: OpId | null
  readonly before: OverlayValue
}

/** Writes the base, once: an id that stands is left alone and false is answered. */
export function createContact(m: DocMap, id: ContactId, content: ContactContent, at: number, opId: OpId): boolean {
  if (m.has(id)) return false
  m.set(id, encodeBase(content, at, opId))
  return true
}

// Each of these answers undefined, and writes nothing, when the contact has no base here or already says so.

/** `null` or '' clears the field. */
export function setField(
  m: DocMap,
  id: ContactId,
  field: FieldId,
  value: string | null,
  opId: OpId,
): Change | undefined {
  return change(m, id, fieldKey(id, field), value || null, opId, (base) => base.fields[field] ?? null)
}

export function setTag(m: DocMap, id: ContactId, tag: TagId, on: boolean, opId: OpId): Change | undefined {
  return change(m, id, tagKey(id, tag), on ? 1 : 0, opId, (base) => (base.tags.includes(tag) ? 1 : 0))
}

export function setGroup(m: DocMap, id: ContactId, group: GroupId, on: boolean, opId: OpId): Change | undefined {
  return change(m, id, groupKey(id, group), on ? 1 : 0, opId, (base) => (base.groups.includes(group) ? 1 : 0))
}

/** Deletes or restores; base and edits stay, so a restored contact shows what was edited meanwhile. */
export function setDeleted(m: DocMap, id: ContactId, deleted: boolean, opId: OpId): Change | undefined {
  return change(m, id, deletedKey(id), deleted ? 1 : 0, opId, () => 0)
}

/** Says on `id` that it and `other` are one person, or no longer. */
export function setJoined(m: DocMap, id: ContactId, other: ContactId, joined: boolean, opId: OpId): Change | undefined {
  return change(m, id, joinedKey(id, other), joined ? 1 : 0, opId, () => 0)
}

function change(
  m: DocMap,
  id: ContactId,
  key: string,
  value: OverlayValue,
  opId: OpId,
  ofBase: (base: ContactBase) => OverlayValue,
): Change | undefined {
  const base = decodeBase(m.get(id))
  if (!base) return undefined
  const stood = overlayAt(m, key)
  const before = stood ? stood.value : ofBase(base)
  if (before === value) return undefined
  setOverlay(m, key, value, opId)
  return { key, replaced: stood?.by ?? null, before }
}

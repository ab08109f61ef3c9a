import type { ContactId, DocMap, FieldId, GroupId, OpId, TagId } from '../ids/index.ts'
import type { Contact } from './contact.ts'
import { decodeBase, type ContactBase } from './contact-base.ts'
import { parseContactKey } from './contact-keys.ts'
import { decodeOverlay } from './overlay.ts'

/** Which overlay keys stand on which contact: one pass over a shard, so reading many contacts is not quadratic. */
export type OverlayKeys = ReadonlyMap<ContactId, readonly string[]>

export function overlayKeysOf(m: DocMap): OverlayKeys {
  const byContact = new Map<ContactId, string[]>()
  for (const key of m.keys()) {
    if (key.length === 16) continue
    const id = parseContactKey(key)?.id
    if (!id) continue
    const keys = byContact.get(id)
    if (keys) keys.push(key)
    else byContact.set(id, [key])
  }
  return byContact
}

/** The contact as the document shows it now, deleted or not; undefined without a base, whatever overlays stand. */
export function readContact(m: DocMap, id: ContactId, overlays?: OverlayKeys): Contact | undefined {
  const base = decodeBase(m.get(id))
  if (!base) return undefined
  const keys = overlays ? (overlays.get(id) ?? []) : ownKeys(m, id)
  return keys.length === 0 ? { id, deleted: false, ...base } : withOverlays(m, id, base, keys)
}

/** Every contact of a shard, deleted ones too, in the order the document holds them. */
export function* readContacts(m: DocMap): Generator<Contact> {
  const overlays = overlayKeysOf(m)
  for (const key of m.keys()) {
    const contact = key.length === 16 ? readContact(m, key as ContactId, overlays) : undefined
    if (contact) yield contact
  }
}

/** The contacts of a shard that this operation made. */
export function createdBy(m: DocMap, opId: OpId): ContactId[] {
  const found: ContactId[] = []
  for (const [key, value] of m.entries()) {
    if (key.length === 16 && Array.isArray(value) && value.at(-1) === opId) found.push(key as ContactId)
  }
  return found
}

/** The contacts this one is joined with: edges of either end count, the smallest id of the set leads. */
export function joinsOf(m: DocMap, id: ContactId): ContactId[] {
  return ownKeys(m, id).flatMap((key) => {
    const parsed = parseContactKey(key)
    return parsed?.kind === 'joined' && decodeOverlay(m.get(key))?.value === 1 ? [parsed.other] : []
  })
}

function ownKeys(m: DocMap, id: ContactId): string[] {
  const prefix = `${id}/`
  const keys: string[] = []
  for (const key of m.keys()) if (key.startsWith(prefix)) keys.push(key)
  return keys
}

function withOverlays(m: DocMap, id: ContactId, base: ContactBase, keys: readonly string[]): Contact {
  const fields: Partial<Record<FieldId, string>> = { ...base.fields }
  const tags = new Set<TagId>(base.tags)
  const groups = new Set<GroupId>(base.groups)
  let deleted = false
  for (const key of keys) {
    const parsed = parseContactKey(key)
    const overlay = decodeOverlay(m.get(key))
    if (!parsed || !overlay) continue
    const { value } = overlay
    if (parsed.kind === 'field') {
      if (typeof value === 'string' && value !== '') fields[parsed.field] = value
      else Reflect.deleteProperty(fields, parsed.field)
    } else if (parsed.kind === 'tag') toggle(tags, parsed.tag, value === 1)
    else if (parsed.kind === 'group') toggle(groups, parsed.group, value === 1)
    else if (parsed.kind === 'deleted') deleted = value === 1
  }
  return { ...base, id, fields, tags: [...tags], groups: [...groups], deleted }
}

function toggle<T>(set: Set<T>, item: T, on: boolean): void {
  if (on) set.add(item)
  else set.delete(item)
}

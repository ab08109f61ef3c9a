import {
  asFieldId,
  asGroupId,
  asOpId,
  asTagId,
  normaliseTagName,
  tagId,
  tidyTagName,
  type DocMap,
  type FieldId,
  type GroupId,
  type OpId,
  type TagId,
  type WorkspaceId,
} from '../ids/index.ts'

/** A custom field, defined in `rule`. */
export interface FieldDefinition {
  readonly id: FieldId
  readonly name: string
}

/** A tag, defined in `work`. Its id is a hash of the name it was made with; renaming changes only this entry. */
export interface TagDefinition {
  readonly id: TagId
  readonly name: string
}

/** A group of contacts, defined in `work`. */
export interface GroupDefinition {
  readonly id: GroupId
  readonly name: string
}

/** What the workspace as a whole is set to, in `rule`. */
export interface Policy {
  readonly name: string
  /** ISO 3166-1 alpha-2: how a number without country code is read. */
  readonly country: string
}

const FORMAT = 1

/** `rule`: `name` and `country`, each `[format, value, opId]`. */
export function readPolicy(rule: DocMap): Policy | undefined {
  const name = textAt(rule, 'name')
  const country = textAt(rule, 'country')
  return name !== undefined && country !== undefined ? { name, country } : undefined
}

export function setPolicy(rule: DocMap, policy: Partial<Policy>, by: OpId): void {
  if (policy.name !== undefined) rule.set('name', [FORMAT, policy.name, by])
  if (policy.country !== undefined) rule.set('country', [FORMAT, policy.country, by])
}

/** `rule`: `consentRequired` = `[format, 1, opId]` where the workspace writes to nobody who has not opted in. */
export function readConsentRequired(rule: DocMap): boolean {
  const [, required] = (rule.get('consentRequired') ?? []) as unknown[]
  return required === 1
}

/** `rule`: `f/<fieldId>` = `[format, name, opId]`. Sorted by name. */
export function readFields(rule: DocMap): FieldDefinition[] {
  return readNamed(rule, 'f/', asFieldId)
}

/** Defines or renames a custom field. */
export function setFieldName(rule: DocMap, id: FieldId, name: string, by: OpId): void {
  rule.set(`f/${id}`, [FORMAT, name, by])
}

/** `work`: `t/<tagId>` = `[format, name, opId]`. Sorted by name. */
export function readTags(work: DocMap): TagDefinition[] {
  return readNamed(work, 't/', asTagId)
}

/**
 * The id of the tag that is called this now, else of the one made with this name, else of a new one. A tag that was
 * renamed keeps the id of its first name, so its first name still leads to it. Undefined for an invisible name.
 */
export function ensureTag(work: DocMap, workspace: WorkspaceId, name: string, by: OpId): TagId | undefined {
  const shown = tidyTagName(name)
  const normal = normaliseTagName(shown)
  if (normal === '') return undefined
  const called = readTags(work).find((tag) => normaliseTagName(tag.name) === normal)
  if (called) return called.id
  const id = tagId(workspace, shown)
  if (!work.has(`t/${id}`)) work.set(`t/${id}`, [FORMAT, shown, by])
  return id
}

export function renameTag(work: DocMap, id: TagId, name: string, by: OpId): void {
  work.set(`t/${id}`, [FORMAT, tidyTagName(name), by])
}

/** `work`: `g/<groupId>` = `[format, name, opId]`. Sorted by name. */
export function readGroups(work: DocMap): GroupDefinition[] {
  return readNamed(work, 'g/', asGroupId)
}

export function setGroupName(work: DocMap, id: GroupId, name: string, by: OpId): void {
  work.set(`g/${id}`, [FORMAT, name, by])
}

function readNamed<Id extends string>(
  m: DocMap,
  prefix: string,
  asId: (text: string) => Id | undefined,
): { id: Id; name: string }[] {
  const found: { id: Id; name: string }[] = []
  for (const key of m.keys()) {
    const id = key.startsWith(prefix) ? asId(key.slice(prefix.length)) : undefined
    const name = id && textAt(m, key)
    if (id && name !== undefined) found.push({ id, name })
  }
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

function textAt(m: DocMap, key: string): string | undefined {
  const [, text, by] = (m.get(key) ?? []) as unknown[]
  return typeof text === 'string' && asOpId(String(by)) ? text : undefined
}

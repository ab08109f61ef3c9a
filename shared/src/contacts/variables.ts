import { visibleText, type FieldId } from '../ids/index.ts'
import type { ContactContent } from './contact.ts'
import { obviousFirstName } from './obvious-first-name.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'

/** Variable name → the field it is filled from, standard fields first. */
export type VariableNames = ReadonlyMap<string, FieldId>

/** Words that a template reads as a literal or an operator, so no field can be called that. */
const RESERVED = ['true', 'false', 'nil', 'null', 'empty', 'blank', 'and', 'or', 'not', 'contains']

/**
 * What templates call each field: a standard field by the snake case of its key ('first_name'), a custom one by its
 * name in lower case with `_` for all that is neither letter nor digit. A name that is taken gets `_2`, `_3` … in the
 * order of the field ids, which is the same on every device.
 */
export function variableNames(fields: readonly { readonly id: FieldId; readonly name: string }[]): VariableNames {
  const names = new Map<string, FieldId>()
  for (const [key, id] of Object.entries(STANDARD_FIELDS)) names.set(snakeCase(key), id)
  const taken = (name: string): boolean => names.has(name) || RESERVED.includes(name)
  for (const { id, name } of fields.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
    const slug = slugOf(name)
    let free = slug
    for (let n = 2; taken(free); n++) free = `${slug}_${String(n)}`
    names.set(free, id)
  }
  return names
}

/**
 * What one contact fills a template with, by variable name. Absent and blank fields are left out. A contact with a full
 * name and no first name gets `first_name` where `obviousFirstName` finds one.
 */
export function variableValues(contact: Pick<ContactContent, 'fields'>, names: VariableNames): Record<string, string> {
  const { fields } = contact
  const { firstName, fullName } = STANDARD_FIELDS
  const found: [name: string, value: string][] = []
  for (const [name, id] of names) {
    const value =
      given(fields[id]) ?? (id === firstName ? obviousFirstName(fields[fullName] ?? '', contact) : undefined)
    if (value !== undefined) found.push([name, value])
  }
  return Object.fromEntries(found)
}

function given(value: string | undefined): string | undefined {
  return value === undefined || visibleText(value) === '' ? undefined : value
}

function snakeCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Marks are kept with the letters: without its vowel signs a Hindi word is another word. */
function slugOf(name: string): string {
  const slug = visibleText(name)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{Nd}]+/gu, '_')
    .replaceAll(/^_|_$/g, '')
  if (slug === '') return 'field'
  return /^\d+$/.test(slug) ? `_${slug}` : slug
}

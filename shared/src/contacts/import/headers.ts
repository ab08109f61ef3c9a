import { visibleText, type FieldId } from '../../ids/index.ts'
import { readNumber } from '../number/read-number.ts'
import { STANDARD_FIELDS, type StandardField } from '../standard-fields.ts'
import { FIELD_WORDS, HALF_OR_WHOLE_NAME, MAYBE_PHONE_WORDS, OTHER_WORDS, PHONE_WORDS } from './header-words.ts'
import type { Mapping, Target } from './mapping.ts'

/** 'E-mail 1 - Value' → 'e mail 1 value', 'phoneNumber' → 'phone number', 'Teléfono:' → 'telefono'. */
export function normaliseHeader(header: string): string {
  const spaced = visibleText(header.normalize('NFKC')).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const folded = spaced
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{Script=Latin}\p{Mn}+/gu, (letter) => letter.charAt(0))
  return visibleText(folded.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}№°]+/gu, ' '))
}

/** A field of the workspace's own. */
export interface CustomField {
  readonly id: FieldId
  readonly name: string
}

type Meaning = { kind: 'phone'; rank: number } | { kind: 'maybe-phone' } | { kind: 'target'; target: Target }

const MEANINGS: ReadonlyMap<string, Meaning> = dictionary()

function dictionary(): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>()
  const add = (words: string, meaning: Meaning): void => {
    for (const word of words.split('|')) {
      const normal = normaliseHeader(word)
      if (!meanings.has(normal)) meanings.set(normal, meaning)
    }
  }
  PHONE_WORDS.forEach((words, rank) => add(words, { kind: 'phone', rank }))
  add(MAYBE_PHONE_WORDS, { kind: 'maybe-phone' })
  for (const [field, words] of Object.entries(FIELD_WORDS)) {
    add(words, { kind: 'target', target: `field:${STANDARD_FIELDS[field as StandardField]}` })
  }
  for (const [target, words] of Object.entries(OTHER_WORDS)) add(words, { kind: 'target', target: target as Target })
  return meanings
}

interface Column {
  readonly index: number
  readonly header: string
  readonly normal: string
  readonly meaning: Meaning | undefined
  /** The sample's values that are not empty. */
  readonly filled: readonly string[]
  /** The share of them that read as a number, 0 to 1. */
  readonly numbers: number
}

/**
 * Proposes what each column of a file fills, from its header and a sample of rows (20 are plenty). Total: unknown
 * columns with values become custom fields, empty ones are left out, and a header may be anything, '__proto__' or the
 * same twice.
 */
export function mapHeaders(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  country: string,
  custom: readonly CustomField[] = [],
): Mapping {
  const columns = headers.map((header, index) => describe(header, index, sample, country))
  const phones = phoneColumns(columns)
  const mapping = new Map<number, Target>(phones.map(({ index }, rank) => [index, `phone:${rank + 1}`]))
  const taken = new Set<Target>()
  for (const column of columns) {
    if (mapping.has(column.index)) continue
    const target = targetOf(column, taken, custom)
    if (!target) continue
    taken.add(target)
    mapping.set(column.index, target)
  }
  secondLook(columns, mapping)
  return Object.fromEntries(mapping)
}

const FIRST = `field:${STANDARD_FIELDS.firstName}` as const
const LAST = `field:${STANDARD_FIELDS.lastName}` as const
const FULL = `field:${STANDARD_FIELDS.fullName}` as const
const WHOLE_NAMES: ReadonlySet<string> = new Set(HALF_OR_WHOLE_NAME.split('|').map(normaliseHeader))

/** What only the other columns can tell: 'Nome' alone is the whole name; a source without any consent is a field. */
function secondLook(columns: readonly Column[], mapping: Map<number, Target>): void {
  const targets = new Set(mapping.values())
  for (const { index, normal, header } of columns) {
    const target = mapping.get(index)
    const half = (target === FIRST && !targets.has(LAST)) || (target === LAST && !targets.has(FIRST))
    if (half && !targets.has(FULL) && WHOLE_NAMES.has(normal)) mapping.set(index, FULL)
    if (target === 'consentSource' && !targets.has('optIn') && !targets.has('consentDate')) {
      mapping.set(index, customTarget(header, targets, index))
    }
  }
}

function describe(header: string, index: number, sample: readonly (readonly string[])[], country: string): Column {
  const normal = normaliseHeader(header)
  const filled = sample.map((row) => row[index] ?? '').filter((value) => visibleText(value) !== '')
  const numbers = filled.filter(
    (value) => /\p{Nd}{3}/u.test(value) && value.split(' ::: ').some((part) => readNumber(part, country).ok),
  )
  return {
    index,
    header,
    normal,
    meaning: MEANINGS.get(normal),
    filled,
    numbers: filled.length > 0 ? numbers.length / filled.length : 0,
  }
}

/**
 * The columns of numbers, best first. A column called phone counts unless its values say otherwise; a column called
 * 'Contact' or 'No' counts when most of its values are numbers; without any, so does a column of whatever name.
 */
function phoneColumns(columns: readonly Column[]): Column[] {
  const rank = ({ meaning }: Column): number => (meaning?.kind === 'phone' ? meaning.rank : PHONE_WORDS.length)
  const named = columns.filter(({ meaning, filled, numbers }) => {
    if (meaning?.kind === 'phone')
      return filled.length < 3 || numbers > 0 || filled.every((value) => /\p{Nd}/u.test(value))
    return meaning?.kind === 'maybe-phone' && numbers >= 0.5
  })
  const found = named.length > 0 ? named : columns.filter(({ meaning, numbers }) => !meaning && numbers >= 0.6)
  return found.sort((a, b) => rank(a) - rank(b) || a.index - b.index)
}

function targetOf(column: Column, taken: ReadonlySet<Target>, custom: readonly CustomField[]): Target | undefined {
  const { meaning, normal, filled, header } = column
  const own = custom.find(({ name }) => normaliseHeader(name) === normal)
  if (own && !taken.has(`field:${own.id}`)) return `field:${own.id}`
  if (meaning?.kind === 'target') {
    const { target } = meaning
    if (target === 'ignore') return undefined
    if (!taken.has(target) || target === 'tags' || target === 'optOut' || target === 'optIn') return target
    if (target === `field:${STANDARD_FIELDS.email}` && !taken.has(`field:${STANDARD_FIELDS.email2}`)) {
      return `field:${STANDARD_FIELDS.email2}`
    }
  }
  if (meaning?.kind === 'maybe-phone') return nameOf(column, taken)
  return filled.length > 0 ? customTarget(header, taken, column.index) : undefined
}

/** 'Contact' with words in it is a name; 'No' with a running number is nothing. */
function nameOf({ filled }: Column, taken: ReadonlySet<Target>): Target | undefined {
  const target: Target = `field:${STANDARD_FIELDS.fullName}`
  const words = filled.filter((value) => /\p{L}/u.test(value)).length
  return words > filled.length / 2 && !taken.has(target) ? target : undefined
}

const MAX_NAME = 80

function customTarget(header: string, taken: ReadonlySet<Target>, index: number): Target {
  const name = visibleText(header.normalize('NFC')).slice(0, MAX_NAME) || `#${index + 1}`
  for (let n = 1; ; n++) {
    const target: Target = n === 1 ? `custom:${name}` : `custom:${name} ${n}`
    if (!taken.has(target)) return target
  }
}

import { asFieldId, type FieldId } from '../../ids/index.ts'

/**
 * What a column of a file fills. `phone:1` is tried before `phone:2`; `custom:<name>` makes a field of that name;
 * 'optOut' and 'optIn' hold yes or no.
 */
export type Target =
  | `phone:${number}`
  | `field:${string}`
  | `custom:${string}`
  | 'tags'
  | 'optOut'
  | 'optIn'
  | 'consentSource'
  | 'consentDate'
  | 'ignore'

/** Column number (from 0) → what it fills. A column left out is ignored. People correct it in the import dialog. */
export type Mapping = Readonly<Partial<Record<string, Target>>>

const WORDS: readonly string[] = ['tags', 'optOut', 'optIn', 'consentSource', 'consentDate', 'ignore']

/** Reads a target written as text; undefined for anything else. */
export function asTarget(text: string): Target | undefined {
  if (WORDS.includes(text) || /^phone:[1-9]\d?$/.test(text)) return text as Target
  if (text.startsWith('field:')) return asFieldId(text.slice(6)) && (text as Target)
  return text.startsWith('custom:') && text.trim().length > 7 ? (text as Target) : undefined
}

/** Reads a mapping that came through a port; undefined if any part of it is none. */
export function asMapping(record: Readonly<Record<string, string>>): Mapping | undefined {
  const mapping: Record<string, Target> = {}
  for (const [column, text] of Object.entries(record)) {
    const target = asTarget(text)
    if (!target || !/^(0|[1-9]\d{0,2})$/.test(column)) return undefined
    mapping[column] = target
  }
  return mapping
}

/** A mapping ready to read rows with: custom fields have ids, phones stand best first. */
export interface Columns {
  readonly phones: readonly number[]
  readonly fields: readonly (readonly [column: number, field: FieldId])[]
  readonly tags: readonly number[]
  readonly optOut: readonly number[]
  readonly optIn: readonly number[]
  readonly consentSource: number | undefined
  readonly consentDate: number | undefined
}

/** The names of the custom fields the mapping wants made. */
export function customNames(mapping: Mapping): string[] {
  const names = Object.values(mapping).flatMap((target) =>
    target?.startsWith('custom:') ? [target.slice(7).trim()] : [],
  )
  return [...new Set(names)]
}

/** `customField` answers the id of the custom field of a name in `customNames`. */
export function columnsOf(mapping: Mapping, customField: (name: string) => FieldId): Columns {
  const columns = Object.entries(mapping).map(([column, target]) => ({
    column: Number(column),
    target: target ?? 'ignore',
  }))
  const of = (wanted: Target): number[] => columns.filter(({ target }) => target === wanted).map(({ column }) => column)
  const phones = columns.filter(({ target }) => target.startsWith('phone:'))
  const rank = (target: string): number => Number(target.slice(6))
  return {
    phones: phones.sort((a, b) => rank(a.target) - rank(b.target) || a.column - b.column).map(({ column }) => column),
    fields: columns.flatMap(({ column, target }): [number, FieldId][] => {
      if (target.startsWith('field:')) return [[column, target.slice(6) as FieldId]]
      return target.startsWith('custom:') ? [[column, customField(target.slice(7).trim())]] : []
    }),
    tags: of('tags'),
    optOut: of('optOut'),
    optIn: of('optIn'),
    consentSource: of('consentSource')[0],
    consentDate: of('consentDate')[0],
  }
}

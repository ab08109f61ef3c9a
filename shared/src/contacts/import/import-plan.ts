import type { ContactId, DocMap, E164, FieldId, OpId, TagId } from '../../ids/index.ts'
import { phonesOf, type ContactContent } from '../contact.ts'
import { setField, setTag, type Change } from '../contact-write.ts'
import { PHONE_FIELDS } from '../standard-fields.ts'
import type { Draft } from './draft.ts'

/** What a row adds to a contact that is there: only what it has not got. */
export interface Merge {
  readonly fields: readonly (readonly [FieldId, string])[]
  readonly tags: readonly TagId[]
}

/** The content of a contact made from a row. */
export function contentOf(draft: Draft, tags: readonly TagId[]): ContactContent {
  return { fields: draft.fields, tags: [...new Set(tags)], groups: [] }
}

/**
 * What the row fills in: empty fields and missing tags, never a field that says something, whoever wrote it. A number
 * the contact already has in another place is not added again; a new one goes to the first free place.
 */
export function mergeDraft(existing: ContactContent, draft: Draft, tags: readonly TagId[]): Merge {
  const fields = Object.entries(draft.fields) as [FieldId, string][]
  return {
    fields: [
      ...newPhones(existing, draft),
      ...fields.filter(([field]) => !PHONE_FIELDS.includes(field) && !existing.fields[field]),
    ],
    tags: [...new Set(tags)].filter((tag) => !existing.tags.includes(tag)),
  }
}

function newPhones(existing: ContactContent, draft: Draft): [FieldId, string][] {
  const known: readonly string[] = phonesOf(existing)
  const added = phonesOf(draft).filter((phone) => !known.includes(phone))
  const free = PHONE_FIELDS.filter((field) => !existing.fields[field])
  return free.flatMap((field, place): [FieldId, string][] => {
    const phone = added[place]
    return phone ? [[field, phone]] : []
  })
}

/** Writes the merge as overlays; answers the changes, for history. */
export function applyMerge(m: DocMap, id: ContactId, merge: Merge, opId: OpId): Change[] {
  return [
    ...merge.fields.map(([field, value]) => setField(m, id, field, value, opId)),
    ...merge.tags.map((tag) => setTag(m, id, tag, true, opId)),
  ].filter((change) => change !== undefined)
}

/** The same content with the merge filled in. */
export function withMerge(content: ContactContent, merge: Merge): ContactContent {
  return {
    fields: { ...content.fields, ...Object.fromEntries(merge.fields) },
    tags: [...content.tags, ...merge.tags],
    groups: content.groups,
  }
}

/** A run of rows, sorted out: which contacts to make, which to fill. Each row counts once, as imported or as merged. */
export interface ImportPlan {
  readonly create: readonly {
    readonly id: ContactId
    readonly content: ContactContent
    readonly drafts: readonly Draft[]
  }[]
  readonly merge: readonly { readonly id: ContactId; readonly draft: Draft }[]
  readonly imported: number
  readonly merged: number
}

/**
 * The first row with a number makes the contact, unless `known` has one; later rows with that number fill it in.
 * `tagIds` answers the ids of tag names.
 */
export function planImport(
  drafts: readonly Draft[],
  known: (phone: E164) => ContactId | undefined,
  tagIds: (names: readonly string[]) => TagId[],
  newId: () => ContactId,
): ImportPlan {
  const created = new Map<E164, { id: ContactId; content: ContactContent; drafts: Draft[] }>()
  const merge: { id: ContactId; draft: Draft }[] = []
  let repeated = 0
  for (const draft of drafts) {
    const here = created.get(draft.phone)
    const there = here ? undefined : known(draft.phone)
    if (here) {
      here.content = withMerge(here.content, mergeDraft(here.content, draft, tagIds(draft.tags)))
      here.drafts.push(draft)
      repeated += 1
    } else if (there) merge.push({ id: there, draft })
    else created.set(draft.phone, { id: newId(), content: contentOf(draft, tagIds(draft.tags)), drafts: [draft] })
  }
  return { create: [...created.values()], merge, imported: created.size, merged: merge.length + repeated }
}

import * as Y from 'yjs'
import { asTagId, asTemplateId, type TagId, type TemplateId } from '../ids/index.ts'
import { bodyEdit } from './body-edit.ts'
import type { Formatting } from './formats.ts'

/**
 * A draft in `t/`: root map `m`, template id → Y.Map of
 * `format` 1 · `body` Y.Text · `name`, `folder`, `locale`, `timeZone` strings · `tags` Y.Map of tag id → 1 ·
 * `archived` 1 or absent. The body is a Y.Text because several people type in it at once.
 */
export type DraftMap = Y.Map<unknown>

/** A draft as a screen shows it. */
export interface TemplateDraft extends Formatting {
  readonly id: TemplateId
  readonly name: string
  readonly folder: string
  readonly body: string
  readonly tags: readonly TagId[]
  readonly archived: boolean
}

/** Makes a draft. Call it in the transaction of the person's action. */
export function createDraft(
  root: Y.Map<unknown>,
  id: TemplateId,
  { name, body, locale, timeZone }: Formatting & { readonly name: string; readonly body: string },
): DraftMap {
  const draft = new Y.Map<unknown>([
    ['format', 1],
    ['name', name],
    ['folder', ''],
    ['locale', locale],
    ['timeZone', timeZone],
    ['body', new Y.Text(body)],
    ['tags', new Y.Map()],
  ])
  root.set(id, draft)
  return draft
}

/** undefined for an absent draft and for one this build cannot read. */
export function readDraft(root: Y.Map<unknown>, id: TemplateId): TemplateDraft | undefined {
  const draft = asMap(root.get(id))
  if (draft?.get('format') !== 1) return undefined
  return {
    id,
    name: textOf(draft, 'name'),
    folder: textOf(draft, 'folder'),
    locale: textOf(draft, 'locale'),
    timeZone: textOf(draft, 'timeZone'),
    body: draftBody(draft)?.toJSON() ?? '',
    tags: [...(asMap(draft.get('tags'))?.keys() ?? [])].flatMap((tag) => asTagId(tag) ?? []).sort(),
    archived: draft.get('archived') === 1,
  }
}

/** Every draft this build can read, by name. */
export function listDrafts(root: Y.Map<unknown>): TemplateDraft[] {
  const drafts = [...root.keys()].flatMap((key) => {
    const id = asTemplateId(key)
    return (id && readDraft(root, id)) ?? []
  })
  return drafts.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
}

/** The live text an editor binds to. */
export function draftBody(draft: Y.Map<unknown>): Y.Text | undefined {
  const body = draft.get('body')
  return body instanceof Y.Text ? body : undefined
}

/** Makes the body say `text` by the smallest edit, so that what others type elsewhere in it stays. */
export function setDraftBody(draft: Y.Map<unknown>, text: string): void {
  const body = draftBody(draft)
  if (!body) return
  const { at, remove, insert } = bodyEdit(body.toJSON(), text)
  if (remove > 0) body.delete(at, remove)
  if (insert !== '') body.insert(at, insert)
}

/** The draft to write to; undefined where `readDraft` finds none. */
export function draftMap(root: Y.Map<unknown>, id: TemplateId): DraftMap | undefined {
  return readDraft(root, id) && asMap(root.get(id))
}

function asMap(value: unknown): Y.Map<unknown> | undefined {
  return value instanceof Y.Map ? (value as Y.Map<unknown>) : undefined
}

function textOf(draft: Y.Map<unknown>, key: string): string {
  const value = draft.get(key)
  return typeof value === 'string' ? value : ''
}

import * as z from 'zod'
import { asOpId, asTemplateId, type DocMap, type OpId, type TemplateId } from '../ids/index.ts'
import type { Renderable } from './render.ts'

/** One published version. Never changed: a message queued from it refers to it for good. */
export interface TemplateVersion extends Renderable {
  readonly template: TemplateId
  /** 1, 2, 3 … */
  readonly number: number
  readonly name: string
  /** Member who published. */
  readonly by: string
  /** ms since 1970. */
  readonly at: number
  readonly opId: OpId
}

declare const versionKey: unique symbol
/** `<templateId>.<n>`, the key in `v/`. */
export type VersionKey = string & { readonly [versionKey]: true }

const FORMAT = 1

// Fields a later build adds are kept in the document: nobody rewrites a version.
const stored = z.object({
  format: z.literal(FORMAT),
  name: z.string(),
  body: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  by: z.string(),
  at: z.number(),
  opId: z.string().transform((text, context) => asOpId(text) ?? refuse(context)),
})

export function versionKeyOf(template: TemplateId, number: number): VersionKey {
  return `${template}.${number}` as VersionKey
}

/** Reads a version key back; undefined if it is none. */
export function parseVersionKey(key: string): { template: TemplateId; number: number } | undefined {
  const [id = '', number = '', ...more] = key.split('.')
  const template = asTemplateId(id)
  if (!template || more.length > 0 || !/^[1-9]\d{0,8}$/.test(number)) return undefined
  return { template, number: Number(number) }
}

/** Writes a version under its key. @throws if the key stands: the caller numbers with `nextVersionNumber`. */
export function publishVersion(doc: DocMap, version: TemplateVersion): VersionKey {
  const { template, number, ...rest } = version
  const key = versionKeyOf(template, number)
  if (doc.has(key)) throw new Error(`version ${key} is published already`)
  doc.set(key, { format: FORMAT, ...rest })
  return key
}

/** undefined if the key is absent or its record is of a later format. */
export function readVersion(doc: DocMap, key: string): TemplateVersion | undefined {
  const place = parseVersionKey(key)
  const record = stored.safeParse(doc.get(key))
  if (!place || !record.success) return undefined
  const { name, body, locale, timeZone, by, at, opId } = record.data
  return { ...place, name, body, locale, timeZone, by, at, opId }
}

/** The versions of one template, newest first. */
export function listVersions(doc: DocMap, template: TemplateId): TemplateVersion[] {
  const keys = [...doc.keys()].filter((key) => key.startsWith(`${template}.`))
  return keys.flatMap((key) => readVersion(doc, key) ?? []).sort((left, right) => right.number - left.number)
}

/** The newest readable version of every template. */
export function latestVersions(doc: DocMap): ReadonlyMap<TemplateId, TemplateVersion> {
  const latest = new Map<TemplateId, TemplateVersion>()
  for (const key of doc.keys()) {
    const version = readVersion(doc, key)
    if (version && version.number > (latest.get(version.template)?.number ?? 0)) latest.set(version.template, version)
  }
  return latest
}

/** One more than the highest key of the template, readable or not: a later format's number is taken too. */
export function nextVersionNumber(doc: DocMap, template: TemplateId): number {
  let highest = 0
  for (const key of doc.keys()) {
    const place = parseVersionKey(key)
    if (place?.template === template) highest = Math.max(highest, place.number)
  }
  return highest + 1
}

function refuse(context: z.RefinementCtx): never {
  context.addIssue('no opId')
  return z.NEVER
}

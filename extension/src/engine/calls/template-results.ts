import type { DiffPart, TemplateProblem, TemplateVariable } from '@parley/shared/templates'

/** What the engine answers about templates. Times are ms since 1970. */

export interface TemplateListed {
  id: string
  name: string
  /** The first 120 characters of the draft. */
  excerpt: string
  /** The latest published version; null while there is none. */
  version: number | null
  publishedAt: number | null
  /** The draft says something else than the latest version; true while there is none. */
  changed: boolean
  archived: boolean
}

export interface TemplateDetail {
  id: string
  name: string
  body: string
  /** How dates and money are written; part of every version. */
  locale: string
  timeZone: string
  archived: boolean
  problems: readonly TemplateProblem[]
  variables: readonly TemplateVariable[]
  /** Newest first. */
  versions: PublishedVersion[]
}

export interface PublishedVersion {
  number: number
  name: string
  body: string
  by: string
  at: number
  /** From the version before it; empty for the first. */
  changes: readonly DiffPart[]
}

/** A name a template may ask for, and the field it is filled from. */
export interface KnownVariable {
  name: string
  fieldId: string
}

/** The values one contact fills a template with; what it lacks is absent. */
export interface ContactValues {
  contactId: string
  name: string
  values: Record<string, string>
}

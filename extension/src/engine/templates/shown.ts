import { checkTemplate, diffBodies, type TemplateDraft, type TemplateVersion } from '@parley/shared/templates'
import type { PublishedVersion, TemplateDetail, TemplateListed } from '../calls.ts'
import { saysTheSame } from './same-text.ts'

/** By code points: half an emoji would be shown as a box. */
const EXCERPT = /^.{0,120}/su

export function shownInList(draft: TemplateDraft, latest: TemplateVersion | undefined): TemplateListed {
  const { id, name, body, archived } = draft
  return {
    id,
    name,
    excerpt: EXCERPT.exec(body)?.[0] ?? '',
    version: latest?.number ?? null,
    publishedAt: latest?.at ?? null,
    changed: latest === undefined || !saysTheSame(draft, latest),
    archived,
  }
}

/** @param versions newest first. */
export function shownDetail(
  draft: TemplateDraft,
  versions: readonly TemplateVersion[],
  known: Iterable<string>,
): TemplateDetail {
  const { id, name, body, locale, timeZone, archived } = draft
  const { problems, variables } = checkTemplate(body, known)
  return {
    id,
    name,
    body,
    locale,
    timeZone,
    archived,
    problems,
    variables,
    versions: versions.map((version, at) => shownVersion(version, versions[at + 1])),
  }
}

function shownVersion(version: TemplateVersion, before: TemplateVersion | undefined): PublishedVersion {
  const { number, name, body, by, at } = version
  return { number, name, body, by, at, changes: before ? diffBodies(before.body, body) : [] }
}

import type { TemplateDraft, TemplateVersion } from '@parley/shared/templates'

/** True where publishing the draft would repeat the version. */
export function saysTheSame(draft: TemplateDraft, version: TemplateVersion): boolean {
  return (['name', 'body', 'locale', 'timeZone'] as const).every((part) => draft[part] === version[part])
}

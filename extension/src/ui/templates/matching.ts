import { foldText } from '@parley/shared/contacts'
import type { TemplateListed } from '../../engine/calls.ts'

/** The templates whose name or beginning holds the words. */
export function matching(templates: readonly TemplateListed[], search: string): readonly TemplateListed[] {
  const wanted = foldText(search.trim())
  return templates.filter(({ name, excerpt }) => foldText(`${name} ${excerpt}`).includes(wanted))
}

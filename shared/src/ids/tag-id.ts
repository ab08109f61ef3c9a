import { base62 } from './base62.ts'
import type { TagId, WorkspaceId } from './brands.ts'
import { sha256Bytes } from './hash.ts'
import { tidyText, visibleText } from './invisible.ts'

/** A tag's name as it is shown: NFKC, nothing invisible, single spaces. May be empty, then it is no name. */
export function tidyTagName(name: string): string {
  return tidyText(name.normalize('NFKC'))
}

/**
 * What makes two tag names the same tag: without letter case and anything invisible. Case is folded without a locale (through upper
 * case, so 'ß' is 'ss'), else a Turkish and a German device would make two tags of 'VIP'.
 */
export function normaliseTagName(name: string): string {
  return visibleText(name.normalize('NFKC')).toUpperCase().toLowerCase().normalize('NFKC')
}

/** The same id on every device of the workspace, so a tag made twice is one tag and a rename changes one entry. */
export function tagId(workspace: WorkspaceId, name: string): TagId {
  return base62(sha256Bytes(`${workspace}\n${normaliseTagName(name)}`), 8) as TagId
}

/** One stretch of a text replaced: what an editor would have done. Places and lengths in UTF-16 units. */
export interface BodyEdit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest single replacement that turns `before` into `after`: what both begin and end with is left alone. It
 * never cuts an emoji in two, because a `Y.Text` replaces half a surrogate pair by U+FFFD.
 */
export function bodyEdit(before: string, after: string): BodyEdit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (isCut(before, start) || isCut(after, start)) start--
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (isCut(before, before.length - end) || isCut(after, after.length - end)) end--
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

export function applyEdit(text: string, { at, remove, insert }: BodyEdit): string {
  return text.slice(0, at) + insert + text.slice(at + remove)
}

/**
 * What two people made of the same `base`: every word either of them added is there, theirs before mine where both
 * wrote at one place, and what either of them took out is gone.
 */
export function mergeBodies(base: string, mine: string, theirs: string): string {
  const [own, other] = [bodyEdit(base, mine), bodyEdit(base, theirs)]
  if (mine === theirs) return mine
  if (own.at + own.remove <= other.at) return applyEdit(theirs, own)
  const shift = other.insert.length - other.remove
  if (other.at + other.remove <= own.at) return applyEdit(theirs, { ...own, at: own.at + shift })
  const at = Math.min(own.at, other.at)
  const end = Math.max(own.at + own.remove, other.at + other.remove)
  return applyEdit(base, { at, remove: end - at, insert: other.insert + own.insert })
}

/** True if a surrogate pair would be parted there. */
function isCut(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

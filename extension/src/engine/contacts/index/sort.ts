import type { ContactId } from '@parley/shared/ids'

export type SortBy = 'name' | 'phone' | 'created'

/** What a row is sorted by: folded name, first number, or time of creation. */
export type SortKey = string | number

/** Rows without a name or number come last; equal ones by id, so that pages fit together and devices agree. */
export function compareRows(a: SortKey, aId: () => ContactId, b: SortKey, bId: () => ContactId): number {
  if (a === b) return aId() < bId() ? -1 : 1
  if (a === '') return 1
  if (b === '') return -1
  return a < b ? -1 : 1
}

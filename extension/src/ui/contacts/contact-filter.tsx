import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import type { Input } from '../../engine/calls.ts'

export type ContactQuery = Omit<Input<'contacts.page'>, 'offset' | 'limit'>
export type ContactSort = NonNullable<ContactQuery['sort']>

/** What the person narrowed the list to. `operation` keeps only contacts that operation created. */
export interface ContactFilter {
  readonly search: string
  readonly tags: readonly string[]
  readonly sort: ContactSort
  readonly descending: boolean
  readonly operation: string | undefined
}

export const NO_FILTER: ContactFilter = { search: '', tags: [], sort: 'name', descending: false, operation: undefined }

export function isNarrowed({ search, tags, operation }: ContactFilter): boolean {
  return search.trim() !== '' || tags.length > 0 || operation !== undefined
}

export function queryOf({ search, tags, sort, descending, operation }: ContactFilter): ContactQuery {
  return { search: search.trim(), tags: [...tags], sort, descending, ...(operation !== undefined && { operation }) }
}

/** The sort after a click on a column head: the same column turns round, another starts ascending. */
export function sortedBy(filter: ContactFilter, sort: ContactSort): ContactFilter {
  return { ...filter, sort, descending: filter.sort === sort && !filter.descending }
}

export function withTag(filter: ContactFilter, tag: string): ContactFilter {
  const tags = filter.tags.includes(tag) ? filter.tags.filter((other) => other !== tag) : [...filter.tags, tag]
  return { ...filter, tags }
}

interface FilterContext {
  readonly filter: ContactFilter
  readonly setFilter: (next: ContactFilter) => void
}

const Context = createContext<FilterContext | undefined>(undefined)

/** Above the routes, so that the search in the top bar and the list below it are one. */
export function ContactFilterProvider({ children }: { children: ReactNode }): ReactNode {
  const [filter, setFilter] = useState(NO_FILTER)
  const value = useMemo(() => ({ filter, setFilter }), [filter])
  return <Context value={value}>{children}</Context>
}

export function useContactFilter(): FilterContext {
  const value = use(Context)
  if (!value) throw new Error('useContactFilter stands outside <ContactFilterProvider>')
  return value
}

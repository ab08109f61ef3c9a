import { useState } from 'react'
import type { QueryState } from './use-query.ts'

/** Keeps the last answer on screen while the next question is on its way, so that typing does not make a list blink. */
export function useKept<T>(query: QueryState<T>): QueryState<T> {
  const [kept, setKept] = useState(query)
  if (query.state !== 'loading' && query !== kept) setKept(query)
  return query.state === 'loading' ? kept : query
}

import type { ReactNode } from 'react'
import { Delayed } from './delayed.tsx'
import { ErrorState } from './error-state.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'
import type { QueryState } from './use-query.ts'

interface Props<T> {
  readonly query: QueryState<T>
  readonly loading?: ReactNode
  readonly children: (value: T) => ReactNode
}

/** The three states of every question to the engine. */
export function QueryView<T>({ query, loading = <SkeletonRows />, children }: Props<T>): ReactNode {
  if (query.state === 'ready') return children(query.value)
  if (query.state === 'failed') return <ErrorState error={query.error} />
  return <Delayed>{loading}</Delayed>
}

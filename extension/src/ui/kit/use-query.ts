import { useCallback, useSyncExternalStore } from 'react'
import type { Input, QueryName, Results } from '../../engine/calls.ts'
import { engine } from './engine-client.ts'
import type { QueryState } from './engine-connection.ts'

export type { QueryState } from './engine-connection.ts'

/** The engine's answer to a question, kept up to date while the component is shown. */
export function useQuery<N extends QueryName>(name: N, input: Input<N>): QueryState<Results[N]> {
  const asked = JSON.stringify(input)
  const subscribe = useCallback(
    (listener: () => void) => engine.watch(name, JSON.parse(asked) as Input<N>, listener),
    [name, asked],
  )
  return useSyncExternalStore(subscribe, () => engine.state(name, input))
}

import { useCallback, useMemo, useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly add: (ids: readonly string[]) => void
  readonly clear: () => void
}

/** Which contacts are marked. It outlives scrolling and sorting; whoever changes the filter clears it. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const add = useCallback((more: readonly string[]) => {
    setIds((before) => new Set([...before, ...more]))
  }, [])
  const clear = useCallback(() => {
    setIds(new Set())
  }, [])
  return useMemo(() => ({ ids, toggle, add, clear }), [ids, toggle, add, clear])
}

import { createContext, use, useMemo, type ReactNode } from 'react'
import type { WorkspaceState } from '../../engine/calls.ts'

/** The workspace on this device, with its names by id at hand. */
export type Workspace = Extract<WorkspaceState, { kind: 'local' }> & {
  readonly tagName: (id: string) => string
}

const Context = createContext<Workspace | undefined>(undefined)

interface Props {
  readonly state: Extract<WorkspaceState, { kind: 'local' }>
  readonly children: ReactNode
}

export function WorkspaceProvider({ state, children }: Props): ReactNode {
  const workspace = useMemo(() => {
    const names = new Map(state.tags.map(({ id, name }) => [id, name]))
    return { ...state, tagName: (id: string) => names.get(id) ?? id }
  }, [state])
  return <Context value={workspace}>{children}</Context>
}

export function useWorkspace(): Workspace {
  const workspace = use(Context)
  if (!workspace) throw new Error('useWorkspace stands outside <WorkspaceProvider>')
  return workspace
}

import { useSyncExternalStore, type ReactNode } from 'react'
import { ParleyProvider } from '../kit/parley-provider.tsx'
import type { HostPort } from '../kit/panel-handshake.ts'
import { QueryView } from '../kit/query-view.tsx'
import { Reconnecting } from '../kit/reconnecting.tsx'
import { useQuery } from '../kit/use-query.ts'
import { WorkspaceProvider } from '../workspace/use-workspace.tsx'
import { PanelFirstRun } from './panel-first-run.tsx'
import { PanelFooter } from './panel-footer.tsx'
import { PanelHeader } from './panel-header.tsx'
import { PanelTabs } from './panel-tabs.tsx'
import styles from './panel.module.css'

/** Parley beside a chat. All it shows comes over the engine's port and `host`: this frame may have no storage. */
export function Panel({ host }: { host: HostPort }): ReactNode {
  const theme = useSyncExternalStore(host.theme.subscribe, host.theme.get)
  return (
    <ParleyProvider around={theme}>
      <div className={styles.panel}>
        <PanelHeader onClose={host.close} />
        <Reconnecting />
        <PanelBody host={host} />
      </div>
    </ParleyProvider>
  )
}

function PanelBody({ host }: { host: HostPort }): ReactNode {
  const state = useQuery('workspace.state', {})
  return (
    <QueryView query={state}>
      {(workspace) =>
        workspace.kind === 'none' ? (
          <PanelFirstRun />
        ) : (
          <WorkspaceProvider state={workspace}>
            <PanelTabs host={host} />
            <PanelFooter />
          </WorkspaceProvider>
        )
      }
    </QueryView>
  )
}

import type { ReactNode } from 'react'
import { Center, Loader } from '@mantine/core'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { CampaignDraftProvider } from '../campaigns/campaign-draft.tsx'
import { ContactFilterProvider } from '../contacts/contact-filter.tsx'
import { ParleyProvider } from '../kit/parley-provider.tsx'
import { QueryView } from '../kit/query-view.tsx'
import { useQuery } from '../kit/use-query.ts'
import { FirstRun } from '../workspace/first-run.tsx'
import { WorkspaceProvider } from '../workspace/use-workspace.tsx'
import { Shell } from './shell.tsx'

/** The full-tab app. */
export function App(): ReactNode {
  return (
    <ParleyProvider>
      <Router hook={useHashLocation}>
        <Gate />
      </Router>
    </ParleyProvider>
  )
}

/** Without a workspace there is one thing to do. */
function Gate(): ReactNode {
  const state = useQuery('workspace.state', {})
  return (
    <QueryView query={state} loading={<Opening />}>
      {(workspace) =>
        workspace.kind === 'none' ? (
          <FirstRun />
        ) : (
          <WorkspaceProvider state={workspace}>
            <ContactFilterProvider>
              <CampaignDraftProvider>
                <Shell />
              </CampaignDraftProvider>
            </ContactFilterProvider>
          </WorkspaceProvider>
        )
      }
    </QueryView>
  )
}

function Opening(): ReactNode {
  return (
    <Center mih="100vh">
      <Loader />
    </Center>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { DataList } from '@mantine/core'
import { CountrySelect } from '../kit/country-select.tsx'
import { useRun } from '../kit/use-run.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useWorkspace } from './use-workspace.tsx'

export function WorkspaceSettings(): ReactNode {
  const workspace = useWorkspace()
  const run = useRun()
  return (
    <SettingsSection title={<Trans>Workspace</Trans>} note={<Trans>Stored in this browser, on this device.</Trans>}>
      <DataList>
        <DataList.Item>
          <DataList.ItemLabel>
            <Trans>Name</Trans>
          </DataList.ItemLabel>
          <DataList.ItemValue>
            <bdi>{workspace.name}</bdi>
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
      <CountrySelect value={workspace.country} onChange={(country) => void run('workspace.setCountry', { country })} />
    </SettingsSection>
  )
}

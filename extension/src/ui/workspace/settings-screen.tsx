import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { About } from './about.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { Diagnostics } from './diagnostics.tsx'
import { WorkspaceSettings } from './workspace-settings.tsx'

export function SettingsScreen(): ReactNode {
  return (
    <Stack maw={760} gap="md" p="md">
      <ScreenHeader title={<Trans>Settings</Trans>} />
      <WorkspaceSettings />
      <AppearanceSettings />
      <Diagnostics />
      <About />
    </Stack>
  )
}

import { useEffect, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { About } from './about.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { Diagnostics } from './diagnostics.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { PacingSettings } from './pacing-settings.tsx'
import { WorkspaceSettings } from './workspace-settings.tsx'

/** `section` 'pacing' brings that part into view. */
export function SettingsScreen({ section }: { section?: string | undefined }): ReactNode {
  useEffect(() => {
    if (section === 'pacing') document.getElementById(section)?.scrollIntoView()
  }, [section])
  return (
    <Stack maw={760} gap="md" p="md">
      <ScreenHeader title={<Trans>Settings</Trans>} />
      <WorkspaceSettings />
      <AppearanceSettings />
      <div id="pacing">
        <PacingSettings />
      </div>
      <NoticeSettings />
      <Diagnostics />
      <About />
    </Stack>
  )
}

import type { ReactNode } from 'react'
import { browser } from 'wxt/browser'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { SettingsSection } from './settings-section.tsx'

export function About(): ReactNode {
  const { version } = browser.runtime.getManifest()
  return (
    <SettingsSection title={<Trans>About</Trans>}>
      <Text>
        <Trans>
          Parley <bdi dir="ltr">{version}</bdi>, free software under the MIT licence.
        </Trans>
      </Text>
      <Text c="dimmed">
        <Trans>
          Parley is not affiliated with, endorsed by or supported by WhatsApp or Meta. WhatsApp is a trademark of its
          owner.
        </Trans>
      </Text>
    </SettingsSection>
  )
}

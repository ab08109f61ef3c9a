import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { PhoneText } from '../kit/phone-text.tsx'
import { SavedBadge } from '../kit/saved-badge.tsx'
import { maskAccount } from '../workspace/mask-account.ts'
import styles from './panel.module.css'
import { useThisSender } from './use-this-sender.ts'

/** Which account this is, and where the last change is. */
export function PanelFooter(): ReactNode {
  const sender = useThisSender()
  const account = sender.state === 'ready' ? (sender.value?.account ?? '') : ''
  return (
    <footer className={styles.footer}>
      <Text size="xs" c="dimmed" truncate>
        {account === '' ? (
          <Trans>WhatsApp: no account yet</Trans>
        ) : (
          <Trans>
            WhatsApp: <PhoneText phone={maskAccount(account)} />
          </Trans>
        )}
      </Text>
      <SavedBadge />
    </footer>
  )
}

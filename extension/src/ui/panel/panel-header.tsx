import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconExternalLink, IconX } from '@tabler/icons-react'
import { openApp } from '../kit/links.ts'
import { Logo } from '../kit/logo.tsx'
import styles from './panel.module.css'

export function PanelHeader({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useLingui()
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <Logo size={22} />
        Parley
      </h1>
      <Group gap={4}>
        <Tooltip label={t`Open the app`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => {
              openApp()
            }}
            aria-label={t`Open the app`}
          >
            <IconExternalLink size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t`Close (Alt P)`}>
          <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={t`Close`}>
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </header>
  )
}

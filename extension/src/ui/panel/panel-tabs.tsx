import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import styles from './panel.module.css'
import { PanelContacts } from './panel-contacts.tsx'
import { PanelQueue } from './panel-queue.tsx'
import { PanelStatus } from './panel-status.tsx'

export function PanelTabs(): ReactNode {
  return (
    <Tabs component="main" className={styles.tabs} defaultValue="contacts" keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="contacts">
          <Trans>Contacts</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="queue">
          <Trans>Queue</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="status">
          <Trans>Status</Trans>
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="contacts" className={styles.tab}>
        <PanelContacts />
      </Tabs.Panel>
      <Tabs.Panel value="queue" className={styles.tab}>
        <PanelQueue />
      </Tabs.Panel>
      <Tabs.Panel value="status" className={styles.tab}>
        <PanelStatus />
      </Tabs.Panel>
    </Tabs>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import type { HostPort } from '../kit/panel-handshake.ts'
import styles from './panel.module.css'
import { PanelContacts } from './panel-contacts.tsx'
import { PanelQueue } from './panel-queue.tsx'
import { PanelTemplates } from './panel-templates.tsx'
import { PanelStatus } from './panel-status.tsx'

export function PanelTabs({ host }: { host: HostPort }): ReactNode {
  return (
    <Tabs component="main" className={styles.tabs} defaultValue="contacts" keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="contacts">
          <Trans>Contacts</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="templates">
          <Trans>Templates</Trans>
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
      <Tabs.Panel value="templates" className={styles.tab}>
        <PanelTemplates host={host} />
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

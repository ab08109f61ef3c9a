import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { DataList, Paper } from '@mantine/core'
import type { Sender } from '../../engine/calls.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { CapabilityList } from './capability-list.tsx'
import { maskAccount } from './mask-account.ts'
import { StreamText } from './stream-text.tsx'

function Item({ label, children }: { label: ReactNode; children: ReactNode }): ReactNode {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  )
}

/** One WhatsApp Web tab: who is logged in, how it is connected and what Parley can do there. */
export function SenderCard({ sender }: { sender: Sender }): ReactNode {
  return (
    <Paper withBorder p="sm">
      <DataList labelWidth={120}>
        <Item label={<Trans>Account</Trans>}>
          {sender.account === '' ? <Trans>Not logged in yet</Trans> : <PhoneText phone={maskAccount(sender.account)} />}
        </Item>
        <Item label={<Trans>Connection</Trans>}>
          <StreamText stream={sender.stream} />
        </Item>
        <Item label={<Trans>Version</Trans>}>
          <bdi dir="ltr">{sender.version}</bdi>
        </Item>
        <Item label={<Trans>Capabilities</Trans>}>
          <CapabilityList available={sender.capabilities} />
        </Item>
      </DataList>
    </Paper>
  )
}

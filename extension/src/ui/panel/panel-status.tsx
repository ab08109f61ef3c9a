import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { QueryView } from '../kit/query-view.tsx'
import { SenderCard } from '../workspace/sender-card.tsx'
import { useThisSender } from './use-this-sender.ts'

/** What Parley sees of the WhatsApp Web around it. */
export function PanelStatus(): ReactNode {
  const sender = useThisSender()
  return <QueryView query={sender}>{(value) => (value ? <SenderCard sender={value} /> : <NotReady />)}</QueryView>
}

function NotReady(): ReactNode {
  return (
    <Alert color="yellow" icon={<IconPlugConnected />} title={<Trans>WhatsApp Web is not ready</Trans>}>
      <Trans>Parley waits for it to load. If this stays, log in to WhatsApp or reload the page.</Trans>
    </Alert>
  )
}

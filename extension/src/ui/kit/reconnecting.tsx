import { useSyncExternalStore, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { Delayed } from './delayed.tsx'
import { engine } from './engine-client.ts'

/** Stands while the engine is gone for longer than its usual restart takes. */
export function Reconnecting(): ReactNode {
  const connected = useSyncExternalStore(engine.watchConnection, engine.connected)
  if (connected) return null
  return (
    <Delayed>
      <Alert
        color="yellow"
        radius={0}
        role="status"
        icon={<IconPlugConnectedX />}
        title={<Trans>Connecting again</Trans>}
      >
        <Trans>What you see may be out of date. If this stays, reload the page: Parley may have been updated.</Trans>
      </Alert>
    </Delayed>
  )
}

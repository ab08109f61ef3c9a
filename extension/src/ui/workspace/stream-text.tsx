import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react'

/** WhatsApp's own word for its connection, in ours; only MAIN can send. '' while WhatsApp starts. */
export function StreamText({ stream }: { stream: string }): ReactNode {
  if (stream === 'MAIN')
    return (
      <Badge color="teal" leftSection={<IconCheck size={12} />}>
        <Trans>Connected</Trans>
      </Badge>
    )
  if (stream === '' || stream === 'SYNCING' || stream === 'OFFLINE')
    return (
      <Badge color="yellow" leftSection={<IconHourglass size={12} />}>
        <Trans>Waiting for WhatsApp</Trans>
      </Badge>
    )
  return (
    <Badge color="red" leftSection={<IconAlertTriangle size={12} />}>
      <Trans>WhatsApp says: {stream}</Trans>
    </Badge>
  )
}

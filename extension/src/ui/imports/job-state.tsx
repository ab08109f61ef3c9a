import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHourglass, IconX } from '@tabler/icons-react'
import type { ImportJob } from '../../engine/calls.ts'

export function JobStateText({ state }: { state: ImportJob['state'] }): ReactNode {
  switch (state) {
    case 'parsing':
    case 'storing':
      return (
        <Badge color="indigo" leftSection={<IconHourglass size={12} />}>
          <Trans>Running</Trans>
        </Badge>
      )
    case 'done':
      return (
        <Badge color="teal" leftSection={<IconCheck size={12} />}>
          <Trans>Done</Trans>
        </Badge>
      )
    case 'failed':
      return (
        <Badge color="red" leftSection={<IconAlertTriangle size={12} />}>
          <Trans>Stopped by an error</Trans>
        </Badge>
      )
    case 'cancelled':
      return (
        <Badge color="gray" leftSection={<IconX size={12} />}>
          <Trans>Cancelled</Trans>
        </Badge>
      )
  }
}

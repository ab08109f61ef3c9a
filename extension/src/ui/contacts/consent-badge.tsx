import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge, Text } from '@mantine/core'
import { IconBan, IconCircleCheck } from '@tabler/icons-react'
import type { ConsentState } from '../../engine/calls.ts'

/** Whether this person agreed to be written to, said no, or never said. */
export function ConsentBadge({ consent }: { consent: ConsentState }): ReactNode {
  if (consent === 'in')
    return (
      <Badge color="teal" leftSection={<IconCircleCheck size={12} />}>
        <Trans>Agreed</Trans>
      </Badge>
    )
  if (consent === 'out')
    return (
      <Badge color="red" leftSection={<IconBan size={12} />}>
        <Trans>Opted out</Trans>
      </Badge>
    )
  return (
    <Text span c="dimmed">
      <Trans>Not asked</Trans>
    </Text>
  )
}

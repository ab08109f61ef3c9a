import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import type { SenderQueue } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'

/** How many messages this account may still send today, by whom they go to. */
export function LeftToday({ left }: { left: SenderQueue['leftToday'] }): ReactNode {
  return (
    <Group gap="xl" align="start">
      <Left value={left.warm}>
        <Trans>left today to people who wrote in the last 30 days</Trans>
      </Left>
      <Left value={left.cold}>
        <Trans>left today to everyone else</Trans>
      </Left>
    </Group>
  )
}

function Left({ value, children }: { value: number; children: ReactNode }): ReactNode {
  const { number } = useFormats()
  return (
    <div style={{ flex: 1, minWidth: 120 }}>
      <Text size="xl" fw={600} data-numbers>
        {number(value)}
      </Text>
      <Text c="dimmed">{children}</Text>
    </div>
  )
}

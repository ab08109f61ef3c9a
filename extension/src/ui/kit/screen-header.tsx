import type { ReactNode } from 'react'
import { Group, Text, Title } from '@mantine/core'

interface Props {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly children?: ReactNode
}

/** Title line of a screen, its actions at the end. */
export function ScreenHeader({ title, note, children }: Props): ReactNode {
  return (
    <Group justify="space-between" wrap="nowrap" mih={36}>
      <Group gap="sm" align="baseline">
        <Title order={1}>{title}</Title>
        {note !== undefined && (
          <Text c="dimmed" data-numbers>
            {note}
          </Text>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap" style={{ flex: 'none' }}>
        {children}
      </Group>
    </Group>
  )
}

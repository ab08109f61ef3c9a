import type { ReactNode } from 'react'
import { Text } from '@mantine/core'
import { useFormats } from './use-formats.ts'

interface Props {
  readonly value: number
  readonly label: ReactNode
  readonly children?: ReactNode
}

/** A number worth reading, what it counts, and what can be done about it. */
export function Count({ value, label, children }: Props): ReactNode {
  const { number } = useFormats()
  return (
    <div>
      <Text size="xl" fw={600} data-numbers>
        {number(value)}
      </Text>
      <Text c="dimmed">{label}</Text>
      {children}
    </div>
  )
}

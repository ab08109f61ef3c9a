import { useId, type ReactNode } from 'react'
import { Paper, Stack, Text, Title } from '@mantine/core'

interface Props {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function SettingsSection({ title, note, children }: Props): ReactNode {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {note !== undefined && <Text c="dimmed">{note}</Text>}
        </div>
        {children}
      </Stack>
    </Paper>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack, Text, Timeline } from '@mantine/core'
import type { HistoryEntry } from '../../engine/calls.ts'
import { OperationName } from '../history/operation-name.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { ByLine } from './by-line.tsx'
import { ChangeLine } from './change-line.tsx'

/** What happened to this contact: who, when, and each value before and after. */
export function HistorySection({ entries }: { entries: readonly HistoryEntry[] }): ReactNode {
  const { moment } = useFormats()
  if (entries.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nothing is recorded for this contact yet.</Trans>
      </Text>
    )
  return (
    <Timeline bulletSize={14} lineWidth={2}>
      {entries.map((entry) => (
        <Timeline.Item key={entry.opId} title={<OperationName kind={entry.kind} />}>
          <Stack gap={2}>
            {entry.changes.map((change, at) => (
              <ChangeLine key={at} change={change} />
            ))}
          </Stack>
          <ByLine when={moment(entry.at)} />
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

import { useState, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Button, Table, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { Operation } from '../../engine/calls.ts'
import { ByName } from '../contacts/by-line.tsx'
import { Undone } from '../kit/undo-toast.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'
import { OperationName } from './operation-name.tsx'
import { showToast } from '../kit/toast.ts'

export function OperationRow({ operation }: { operation: Operation }): ReactNode {
  const { moment } = useFormats()
  return (
    <Table.Tr>
      <Table.Td data-numbers>{moment(operation.at)}</Table.Td>
      <Table.Td>
        <OperationName kind={operation.kind} />
        {operation.label !== '' && (
          <Text c="dimmed" size="xs" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{operation.label}</bdi>
          </Text>
        )}
      </Table.Td>
      <Table.Td data-numbers>
        <Counts created={operation.created} changed={operation.changed} />
      </Table.Td>
      <Table.Td>
        <ByName />
      </Table.Td>
      <Table.Td>
        {operation.undoneBy !== null && (
          <Badge color="gray">
            <Trans>Undone</Trans>
          </Badge>
        )}
        {operation.undoable && operation.undoneBy === null && <UndoButton opId={operation.opId} />}
      </Table.Td>
    </Table.Tr>
  )
}

function Counts({ created, changed }: { created: number; changed: number }): ReactNode {
  return (
    <>
      {created > 0 && <Plural value={created} one="# added" other="# added" />}
      {created > 0 && changed > 0 && <br />}
      {changed > 0 && <Plural value={changed} one="# changed" other="# changed" />}
    </>
  )
}

function UndoButton({ opId }: { opId: string }): ReactNode {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function undo(): Promise<void> {
    setBusy(true)
    const done = await run('operations.undo', { opId })
    setBusy(false)
    if (done) showToast({ message: <Undone left={done.left} /> })
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconArrowBackUp size={14} />}
      loading={busy}
      onClick={() => void undo()}
    >
      <Trans>Undo</Trans>
    </Button>
  )
}

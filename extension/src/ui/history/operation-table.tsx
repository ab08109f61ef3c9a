import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Table } from '@mantine/core'
import type { Operation } from '../../engine/calls.ts'
import { OperationRow } from './operation-row.tsx'

export function OperationTable({ operations }: { operations: readonly Operation[] }): ReactNode {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table highlightOnHover withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>When</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>What</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Contacts</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Who</Trans>
            </Table.Th>
            <Table.Th w={160}>
              <Trans>Undo</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {operations.map((operation) => (
            <OperationRow key={operation.opId} operation={operation} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

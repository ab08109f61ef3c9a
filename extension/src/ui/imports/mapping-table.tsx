import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Table, Text } from '@mantine/core'
import type { PreviewColumn } from '../../worker/preview.ts'
import { mapColumn } from './import-choices.ts'
import type { ReadPreview } from './preview-form.tsx'
import { isRepeatable, useTargets } from './targets.ts'

const NOTHING = ''

interface Props {
  readonly preview: ReadPreview
  readonly onChange: (mapping: Record<string, string>) => void
}

/** One line a column: its name, what stands in it, what it fills. */
export function MappingTable({ preview, onChange }: Props): ReactNode {
  return (
    <Table.ScrollContainer minWidth={640} maxHeight={420}>
      <Table withTableBorder stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="26%">
              <Trans>Column in the file</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Examples</Trans>
            </Table.Th>
            <Table.Th w={260}>
              <Trans>Fills</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              target={preview.mapping[column.index] ?? NOTHING}
              onChoose={(target) => {
                onChange(mapColumn(preview.mapping, column.index, target, isRepeatable))
              }}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const CUSTOM = 'custom:'

/** The proposal may have renamed a second column of the same header; the choice must still hold it. */
function newFieldName(target: string): string | undefined {
  return target.startsWith(CUSTOM) ? target.slice(CUSTOM.length) : undefined
}

interface RowProps {
  readonly column: PreviewColumn
  readonly target: string
  readonly onChoose: (target: string | null) => void
}

function ColumnRow({ column, target, onChoose }: RowProps): ReactNode {
  const { t } = useLingui()
  const number = column.index + 1
  const header = column.header === '' ? t`Column ${number}` : column.header
  const targets = useTargets(newFieldName(target) ?? header)
  return (
    <Table.Tr>
      <Table.Td>
        <bdi>{header}</bdi>
      </Table.Td>
      <Table.Td maw={320}>
        <Text c="dimmed" truncate>
          <bdi>{column.samples.join(' · ')}</bdi>
        </Text>
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={t`What ${header} fills`}
          data={[{ value: NOTHING, label: t`Do not import` }, ...targets]}
          value={target}
          onChange={(chosen) => {
            onChoose(chosen === NOTHING ? null : chosen)
          }}
          allowDeselect={false}
          searchable
        />
      </Table.Td>
    </Table.Tr>
  )
}

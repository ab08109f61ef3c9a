import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck } from '@tabler/icons-react'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import type { PreviewRow } from '../../worker/preview.ts'
import { useFieldName } from '../contacts/field-name.tsx'
import { PhoneText } from '../kit/phone-text.tsx'
import type { ReadPreview } from './preview-form.tsx'
import { RejectReason } from '../kit/reject-reason.tsx'

/** The dry run: each of the first rows and the contact it becomes, or why it does not. */
export function SampleTable({ preview }: { preview: ReadPreview }): ReactNode {
  return (
    <Table.ScrollContainer minWidth={640} maxHeight={420}>
      <Table withTableBorder stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>
              <Trans>Row</Trans>
            </Table.Th>
            <Table.Th w={150}>
              <Trans>Outcome</Trans>
            </Table.Th>
            <Table.Th w={170}>
              <Trans>Phone</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>The rest</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.rows.map((row) => (
            <SampleRow key={row.row} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function SampleRow({ row: { row, outcome } }: { row: PreviewRow }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td data-numbers>{row}</Table.Td>
      <Table.Td>
        <OutcomeBadge outcome={outcome} />
      </Table.Td>
      {outcome.kind === 'ready' ? (
        <>
          <Table.Td>
            <PhoneText phone={outcome.fields[STANDARD_FIELDS.phone] ?? ''} />
          </Table.Td>
          <Table.Td>
            <Values fields={outcome.fields} tags={outcome.tags} />
          </Table.Td>
        </>
      ) : (
        <>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>
            <bdi>{outcome.value}</bdi>
          </Table.Td>
          <Table.Td>
            <RejectReason reason={outcome.reason} />
          </Table.Td>
        </>
      )}
    </Table.Tr>
  )
}

function OutcomeBadge({ outcome }: Pick<PreviewRow, 'outcome'>): ReactNode {
  if (outcome.kind === 'rejected')
    return (
      <Badge color="red" leftSection={<IconAlertTriangle size={12} />}>
        <Trans>Left out</Trans>
      </Badge>
    )
  if (outcome.optedOut)
    return (
      <Badge color="yellow" leftSection={<IconBan size={12} />}>
        <Trans>Opted out</Trans>
      </Badge>
    )
  return (
    <Badge color="teal" leftSection={<IconCheck size={12} />}>
      <Trans>Imported</Trans>
    </Badge>
  )
}

interface ValuesProps {
  readonly fields: Readonly<Partial<Record<string, string>>>
  readonly tags: readonly string[]
}

function Values({ fields, tags }: ValuesProps): ReactNode {
  const nameOf = useFieldName()
  const rest = Object.entries(fields).filter(([id, value]) => id !== STANDARD_FIELDS.phone && value)
  return (
    <Text lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
      {rest.map(([id, value]) => (
        <span key={id}>
          <Text span c="dimmed">
            {nameOf(id)}
          </Text>{' '}
          <bdi>{value}</bdi>
          {'  '}
        </span>
      ))}
      {tags.map((tag) => (
        <Badge key={tag} color="gray" me={4}>
          <bdi>{tag}</bdi>
        </Badge>
      ))}
    </Text>
  )
}

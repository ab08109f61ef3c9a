import { memo, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Checkbox, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Selection } from '../contacts/selection.ts'
import type { CampaignMessage } from '../../engine/calls.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { PlaceBadge } from '../queue/place-badge.tsx'
import { useReasonText } from '../queue/queue-words.tsx'

interface Props {
  readonly rows: readonly CampaignMessage[]
  readonly selection: Selection
}

/** One row a message: to whom, what, where it is and why, since when. */
export function MessageTable({ rows, selection }: Props): ReactNode {
  const { t } = useLingui()
  const decidable = rows.some((message) => message.decidable)
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table withTableBorder highlightOnHover layout="fixed" aria-label={t`Messages`}>
        <Table.Thead>
          <Table.Tr>
            {decidable && (
              <Table.Th w={44}>
                <MarkAll rows={rows} selection={selection} />
              </Table.Th>
            )}
            <Table.Th w="22%">
              <Trans>To</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Text</Trans>
            </Table.Th>
            <Table.Th w="32%">
              <Trans>State</Trans>
            </Table.Th>
            <Table.Th w={170}>
              <Trans>Since</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((message) => (
            <MessageRow
              key={message.messageId}
              message={message}
              markable={decidable}
              marked={selection.ids.has(message.messageId)}
              onToggle={selection.toggle}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Marks what can be decided on this page. */
function MarkAll({ rows, selection }: Props): ReactNode {
  const { t } = useLingui()
  const ids = rows.filter(({ decidable }) => decidable).map(({ messageId }) => messageId)
  const all = ids.every((id) => selection.ids.has(id))
  return (
    <Checkbox
      size="xs"
      aria-label={t`Mark all on this page`}
      checked={all}
      indeterminate={!all && ids.some((id) => selection.ids.has(id))}
      onChange={() => {
        if (all) selection.clear()
        else selection.add(ids)
      }}
    />
  )
}

interface RowProps {
  readonly message: CampaignMessage
  readonly markable: boolean
  readonly marked: boolean
  readonly onToggle: Selection['toggle']
}

/** A fast campaign pushes this page many times a second; only the rows that say something new are drawn again. */
const MessageRow = memo(function MessageRow({ message, markable, marked, onToggle }: RowProps): ReactNode {
  const { t } = useLingui()
  const { moment } = useFormats()
  const { messageId, contactId, name, to, text, at } = message
  return (
    <Table.Tr>
      {markable && (
        <Table.Td>
          {message.decidable && (
            <Checkbox
              size="xs"
              aria-label={t`Mark ${name}`}
              checked={marked}
              onChange={() => {
                onToggle(messageId)
              }}
            />
          )}
        </Table.Td>
      )}
      <Table.Td>
        {contactId !== '' && (
          <Anchor component={Link} href={`/contacts/${contactId}`} c="inherit" fw={500} display="block" truncate>
            {name === '' ? <Trans>No name</Trans> : <bdi>{name}</bdi>}
          </Anchor>
        )}
        <Text size="xs" c="dimmed">
          <PhoneText phone={to} />
        </Text>
      </Table.Td>
      <Table.Td title={text}>
        <Text truncate dir="auto">
          {text}
        </Text>
      </Table.Td>
      <Table.Td>
        <Where message={message} />
      </Table.Td>
      <Table.Td data-numbers>{at !== null && moment(at)}</Table.Td>
    </Table.Tr>
  )
}, saysTheSame)

/** Pushed answers are clones: the same message is never the same object. */
function saysTheSame(before: RowProps, after: RowProps): boolean {
  const { message: a, ...was } = before
  const { message: b, ...is } = after
  return sameMembers(a, b) && sameMembers(was, is)
}

function sameMembers<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => Object.is(a[key], b[key]))
}

function Where({ message: { place, reason } }: { message: CampaignMessage }): ReactNode {
  const reasonText = useReasonText()
  return (
    <>
      <PlaceBadge place={place} />
      {reason !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          {reasonText(place, reason)}
        </Text>
      )}
    </>
  )
}

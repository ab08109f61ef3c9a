import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { Change } from '../../engine/calls.ts'
import { useWorkspace } from '../workspace/use-workspace.tsx'
import { FieldName } from './field-name.tsx'

/** One value of a contact, before and after. */
export function ChangeLine({ change }: { change: Change }): ReactNode {
  const { what } = change
  if (what.kind === 'field') return <FieldChange id={what.id} change={change} />
  if (what.kind === 'tag') return <TagChange id={what.id} added={change.after !== null} />
  if (what.kind === 'group') return <GroupChange added={change.after !== null} />
  return change.after === null ? <Trans>Restored</Trans> : <Trans>Deleted</Trans>
}

function FieldChange({ id, change }: { id: string; change: Change }): ReactNode {
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      <FieldName id={id} />
      {': '}
      <Value of={change.before} /> <span aria-hidden>→</span> <Value of={change.after} />
    </Text>
  )
}

function Value({ of }: { of: string | null }): ReactNode {
  if (of === null || of === '')
    return (
      <Text span c="dimmed">
        <Trans>empty</Trans>
      </Text>
    )
  return <bdi>{of}</bdi>
}

function TagChange({ id, added }: { id: string; added: boolean }): ReactNode {
  const { tagName } = useWorkspace()
  const name = tagName(id)
  return (
    <Text>
      {added ? (
        <Trans>
          Tag <bdi>{name}</bdi> added
        </Trans>
      ) : (
        <Trans>
          Tag <bdi>{name}</bdi> removed
        </Trans>
      )}
    </Text>
  )
}

function GroupChange({ added }: { added: boolean }): ReactNode {
  return <Text>{added ? <Trans>Added to a group</Trans> : <Trans>Taken out of a group</Trans>}</Text>
}

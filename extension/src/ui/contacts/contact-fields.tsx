import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import type { ContactDetail } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { FieldEditor } from './field-editor.tsx'
import { useFields } from './field-name.tsx'

const { phone, fullName, firstName, lastName, email, company, notes } = STANDARD_FIELDS

/** Shown even when empty; the others appear once they hold something. */
export const USUAL_FIELDS: readonly string[] = [fullName, firstName, lastName, phone, email, company, notes]

/** The contact's values, each edited where it stands. */
export function ContactFields({ contact }: { contact: ContactDetail }): ReactNode {
  const run = useRun()
  const fields = useFields()
  const [all, setAll] = useState(false)
  const shown = fields.filter(({ id }) => all || USUAL_FIELDS.includes(id) || contact.fields[id])
  return (
    <Stack gap="xs">
      {shown.map(({ id, name }) => (
        <FieldEditor
          key={id}
          field={id}
          label={name}
          value={contact.fields[id] ?? ''}
          onSave={(value) => run('contacts.edit', { id: contact.id, fields: { [id]: value === '' ? null : value } })}
        />
      ))}
      {shown.length < fields.length && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => {
            setAll(true)
          }}
        >
          <Trans>Show all fields</Trans>
        </Button>
      )}
    </Stack>
  )
}

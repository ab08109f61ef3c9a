import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Stack, TextInput } from '@mantine/core'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import { useLocation } from 'wouter'
import { useRun } from '../kit/use-run.tsx'
import { useFieldName } from './field-name.tsx'
import { isPhoneField } from './phone-field.ts'
import { TagsField } from './tags-field.tsx'

const ASKED = [STANDARD_FIELDS.fullName, STANDARD_FIELDS.phone, STANDARD_FIELDS.email, STANDARD_FIELDS.company]

/** The few values a new contact starts with; the rest is filled in on its card. */
export function AddContact(): ReactNode {
  const [, navigate] = useLocation()
  const run = useRun()
  const nameOf = useFieldName()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [tags, setTags] = useState<string[]>([])
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
  async function create(): Promise<void> {
    const made = await run('contacts.create', { fields: filled, tags })
    if (made) navigate(`/contacts/${made.id}`, { replace: true })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Stack>
        {ASKED.map((id, at) => (
          <TextInput
            key={id}
            label={nameOf(id)}
            dir={isPhoneField(id) ? 'ltr' : 'auto'}
            inputMode={isPhoneField(id) ? 'tel' : 'text'}
            value={values[id] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              setValues({ ...values, [id]: value })
            }}
            data-autofocus={at === 0 || undefined}
          />
        ))}
        <TagsField label={<Trans>Tags</Trans>} value={tags} onChange={setTags} />
        <Button type="submit" disabled={Object.keys(filled).length === 0}>
          <Trans>Add contact</Trans>
        </Button>
      </Stack>
    </form>
  )
}

import { useState, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import type { ContactValues } from '../../engine/calls.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'

const FOUND = 20

interface Props {
  readonly contact: ContactValues | undefined
  readonly onPick: (id: string) => void
}

/** Who the preview is written to; typing searches all contacts. */
export function ContactPicker({ contact, onPick }: Props): ReactNode {
  const { t } = useLingui()
  const [search, setSearch] = useState<string>()
  const found = useKept(useQuery('contacts.page', { search: search?.trim() ?? '', limit: FOUND }))
  const rows = found.state === 'ready' ? found.value.rows : []
  const people = rows.map(({ id, name, phone }) => ({ value: id, label: name === '' ? phone : name }))
  const current = contact && { value: contact.contactId, label: contact.name || t`No name` }
  const known = current && !people.some(({ value }) => value === current.value) ? [current, ...people] : people
  return (
    <Select
      aria-label={t`Contact of the preview`}
      placeholder={t`Search contacts`}
      leftSection={<IconUser size={16} />}
      disabled={contact === undefined}
      searchable
      data={known}
      filter={({ options }) =>
        options.filter(
          (option) =>
            !('value' in option) || search === undefined || people.some(({ value }) => value === option.value),
        )
      }
      nothingFoundMessage={t`No contact matches`}
      value={current?.value ?? null}
      searchValue={search ?? current?.label ?? ''}
      onSearchChange={setSearch}
      onDropdownOpen={() => {
        setSearch('')
      }}
      onDropdownClose={() => {
        setSearch(undefined)
      }}
      onChange={(id) => {
        if (id !== null) onPick(id)
      }}
      allowDeselect={false}
      maxDropdownHeight={280}
      dir="auto"
    />
  )
}

import { useEffect, useMemo, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { ContactDrawer } from './contact-drawer.tsx'
import { ContactTable } from './contact-table.tsx'
import { queryOf, useContactFilter, type ContactFilter } from './contact-filter.tsx'
import { NoContacts, NoMatch } from './contacts-empty.tsx'
import { OperationFilter } from './operation-filter.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useSelection } from './selection.ts'
import { TagFilter } from './tag-filter.tsx'

/** The list of everybody; `opened` is the contact whose drawer stands open. */
export function ContactsScreen({ opened }: { opened?: string | undefined }): ReactNode {
  const [, navigate] = useLocation()
  const { filter } = useContactFilter()
  const query = useMemo(() => queryOf(filter), [filter])
  const counts = useKept(useQuery('contacts.page', { ...query, offset: 0, limit: 1 }))
  return (
    <Stack gap="sm" p="md" h="100%">
      <Header counts={counts.state === 'ready' ? counts.value : undefined} />
      <QueryView query={counts}>
        {({ total, matching }) => (total === 0 ? <NoContacts /> : <List filter={filter} matching={matching} />)}
      </QueryView>
      <ContactDrawer
        id={opened}
        onClose={() => {
          navigate('/contacts')
        }}
      />
    </Stack>
  )
}

interface Counts {
  readonly total: number
  readonly matching: number
}

function Header({ counts }: { counts: Counts | undefined }): ReactNode {
  return (
    <ScreenHeader title={<Trans>Contacts</Trans>} note={counts && <CountNote {...counts} />}>
      <Button component={Link} href="/contacts/new" size="xs" leftSection={<IconUserPlus size={16} />}>
        <Trans>Add contact</Trans>
      </Button>
    </ScreenHeader>
  )
}

function CountNote({ total, matching }: Counts): ReactNode {
  const { number } = useFormats()
  const [all, some] = [number(total), number(matching)]
  return matching === total ? (
    all
  ) : (
    <Trans>
      {some} of {all}
    </Trans>
  )
}

function List({ filter, matching }: { filter: ContactFilter; matching: number }): ReactNode {
  const [, navigate] = useLocation()
  const selection = useSelection()
  const query = useMemo(() => queryOf(filter), [filter])
  const { clear } = selection
  const { search, tags, operation } = filter
  useEffect(clear, [clear, search, tags, operation])
  return (
    <>
      <OperationFilter />
      {selection.ids.size > 0 ? <SelectionBar selection={selection} /> : <TagFilter />}
      {matching === 0 ? (
        <NoMatch />
      ) : (
        <ContactTable
          query={query}
          matching={matching}
          selection={selection}
          onOpen={(id) => {
            navigate(`/contacts/${id}`)
          }}
        />
      )}
    </>
  )
}

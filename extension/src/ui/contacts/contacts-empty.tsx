import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState } from '@mantine/core'
import { IconAddressBook, IconSearchOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import { NO_FILTER, useContactFilter } from './contact-filter.tsx'

export function NoContacts(): ReactNode {
  return (
    <EmptyState
      my="auto"
      variant="light"
      icon={<IconAddressBook stroke={1.5} />}
      title={<Trans>No contacts yet</Trans>}
      description={<Trans>Bring them from a CSV file. You see what will happen before anything is saved.</Trans>}
    >
      <EmptyState.Actions>
        <Button component={Link} href="/import">
          <Trans>Import contacts</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

export function NoMatch(): ReactNode {
  const { filter, setFilter } = useContactFilter()
  return (
    <EmptyState
      my="auto"
      icon={<IconSearchOff stroke={1.5} />}
      title={<Trans>No contact matches</Trans>}
      description={<Trans>Search looks at names, numbers and the other fields.</Trans>}
    >
      <EmptyState.Actions>
        <Button
          variant="default"
          onClick={() => {
            setFilter({ ...NO_FILTER, sort: filter.sort, descending: filter.descending })
          }}
        >
          <Trans>Clear search and filters</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

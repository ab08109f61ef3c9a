import { useState, type ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, EmptyState, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconAddressBook, IconSearch, IconSearchOff } from '@tabler/icons-react'
import type { ContactRow } from '../../engine/calls.ts'
import { ConsentBadge } from '../contacts/consent-badge.tsx'
import { ContactName } from '../contacts/contact-line.tsx'
import { openApp } from '../kit/links.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import styles from './panel.module.css'

const SHOWN = 30

/** Finds a contact and opens it in the app. */
export function PanelContacts(): ReactNode {
  const { t } = useLingui()
  const [search, setSearch] = useState('')
  const found = useKept(useQuery('contacts.page', { search: search.trim(), limit: SHOWN }))
  return (
    <Stack gap="xs">
      <TextInput
        aria-label={t`Search contacts`}
        placeholder={t`Search contacts`}
        leftSection={<IconSearch size={16} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
        }}
        maxLength={200}
        dir="auto"
      />
      <QueryView query={found}>
        {({ total, matching, rows }) =>
          total === 0 ? (
            <NoContacts />
          ) : matching === 0 ? (
            <NoMatch />
          ) : (
            <Found rows={rows} more={matching - rows.length} />
          )
        }
      </QueryView>
    </Stack>
  )
}

function Found({ rows, more }: { rows: readonly ContactRow[]; more: number }): ReactNode {
  return (
    <div>
      {rows.map((contact) => (
        <UnstyledButton
          key={contact.id}
          className={styles.found}
          onClick={() => {
            openApp(`/contacts/${contact.id}`)
          }}
        >
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <ContactName name={contact.name} />
              <Text size="xs" c="dimmed">
                <PhoneText phone={contact.phone} />
              </Text>
            </div>
            {contact.consent !== 'unknown' && <ConsentBadge consent={contact.consent} />}
          </Group>
        </UnstyledButton>
      ))}
      {more > 0 && (
        <Text c="dimmed" p={8} data-numbers>
          <Plural value={more} one="and # more; type to narrow down" other="and # more; type to narrow down" />
        </Text>
      )}
    </div>
  )
}

function NoContacts(): ReactNode {
  return (
    <EmptyState py="xl" icon={<IconAddressBook stroke={1.5} />} title={<Trans>No contacts yet</Trans>}>
      <EmptyState.Actions>
        <Button
          onClick={() => {
            openApp('/import')
          }}
        >
          <Trans>Import contacts</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

function NoMatch(): ReactNode {
  return <EmptyState py="xl" icon={<IconSearchOff stroke={1.5} />} title={<Trans>No contact matches</Trans>} />
}

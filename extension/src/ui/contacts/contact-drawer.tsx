import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Drawer, Stack, Tabs } from '@mantine/core'
import type { ContactDetail } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useQuery } from '../kit/use-query.ts'
import { AddContact } from './add-contact.tsx'
import { ConsentSection } from './consent-section.tsx'
import { ContactFields } from './contact-fields.tsx'
import { ContactTags } from './contact-tags.tsx'
import { DeletedNotice, DeleteContact } from './delete-contact.tsx'
import { HistorySection } from './history-section.tsx'

interface Props {
  /** A contact's id, 'new' for the empty form, undefined while closed. */
  readonly id: string | undefined
  readonly onClose: () => void
}

export function ContactDrawer({ id, onClose }: Props): ReactNode {
  const { t } = useLingui()
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={460}
      title={id === 'new' ? <Trans>Add contact</Trans> : <Trans>Contact</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {id === 'new' && <AddContact />}
      {id !== undefined && id !== 'new' && <LoadedContact key={id} id={id} />}
    </Drawer>
  )
}

function LoadedContact({ id }: { id: string }): ReactNode {
  const contact = useQuery('contacts.one', { id })
  return (
    <QueryView query={contact}>
      {(value) => (value ? <ContactCard contact={value} /> : <Trans>This contact is no longer here.</Trans>)}
    </QueryView>
  )
}

function ContactCard({ contact }: { contact: ContactDetail }): ReactNode {
  return (
    <Stack gap="lg">
      {contact.deleted && <DeletedNotice id={contact.id} />}
      <ContactTags contact={contact} />
      <Tabs defaultValue="fields" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="fields">
            <Trans>Details</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="consent">
            <Trans>Consent</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="history">
            <Trans>History</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fields">
          <ContactFields contact={contact} />
        </Tabs.Panel>
        <Tabs.Panel value="consent">
          <ConsentSection contact={contact} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistorySection entries={contact.history} />
        </Tabs.Panel>
      </Tabs>
      {!contact.deleted && <DeleteContact id={contact.id} />}
    </Stack>
  )
}

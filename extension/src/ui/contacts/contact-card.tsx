import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack, Tabs } from '@mantine/core'
import type { ContactDetail } from '../../engine/calls.ts'
import { ConsentSection } from './consent-section.tsx'
import { ContactFields } from './contact-fields.tsx'
import { ContactTags } from './contact-tags.tsx'
import { DeletedNotice, DeleteContact } from './delete-contact.tsx'
import { HistorySection } from './history-section.tsx'

/** Everything known about one contact. */
export function ContactCard({ contact }: { contact: ContactDetail }): ReactNode {
  return (
    <Stack gap="md">
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

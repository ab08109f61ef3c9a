import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Drawer, Group } from '@mantine/core'
import { displayName, type ContactContent } from '@parley/shared/contacts'
import { QueryView } from '../kit/query-view.tsx'
import { useQuery } from '../kit/use-query.ts'
import { AddContact } from './add-contact.tsx'
import { ContactCard } from './contact-card.tsx'

interface Props {
  /** A contact's id, 'new' for the empty form, undefined while closed. */
  readonly id: string | undefined
  readonly onClose: () => void
}

export function ContactDrawer({ id, onClose }: Props): ReactNode {
  return (
    <Drawer.Root opened={id !== undefined} onClose={onClose} position="right" size={460}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body pt="md">
          {id === 'new' && (
            <>
              <DrawerHead title={<Trans>Add contact</Trans>} />
              <AddContact />
            </>
          )}
          {id !== undefined && id !== 'new' && <LoadedContact key={id} id={id} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

/** Not Drawer.Header: that is a second banner beside the app's. */
function DrawerHead({ title }: { title: ReactNode }): ReactNode {
  const { t } = useLingui()
  return (
    <Group justify="space-between" wrap="nowrap" mb="sm">
      <Drawer.Title fz="lg" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Drawer.Title>
      <Drawer.CloseButton aria-label={t`Close`} />
    </Group>
  )
}

function LoadedContact({ id }: { id: string }): ReactNode {
  const contact = useQuery('contacts.one', { id })
  const found = contact.state === 'ready' ? contact.value : null
  const name = found && displayName(found as unknown as ContactContent)
  return (
    <>
      <DrawerHead title={name ? <bdi>{name}</bdi> : <Trans>Contact</Trans>} />
      <QueryView query={contact}>
        {(value) => (value ? <ContactCard contact={value} /> : <Trans>This contact is no longer here.</Trans>)}
      </QueryView>
    </>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Timeline } from '@mantine/core'
import { IconBan, IconCheck } from '@tabler/icons-react'
import type { ConsentEvent, ContactDetail } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'
import { ByLine } from './by-line.tsx'
import { ConsentBadge } from './consent-badge.tsx'
import { RecordConsent } from './record-consent.tsx'

/** Where consent stands, how it came to that, and the two things that change it. */
export function ConsentSection({ contact }: { contact: ContactDetail }): ReactNode {
  const run = useRun()
  return (
    <Stack>
      <Group justify="space-between">
        <ConsentBadge consent={contact.consent} />
        <Group gap="xs">
          {contact.consent !== 'in' && <RecordConsent id={contact.id} />}
          {contact.consent !== 'out' && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconBan size={14} />}
              onClick={() => void run('contacts.optOut', { id: contact.id })}
            >
              <Trans>Opt out</Trans>
            </Button>
          )}
        </Group>
      </Group>
      <Ledger events={contact.ledger} />
    </Stack>
  )
}

function Ledger({ events }: { events: readonly ConsentEvent[] }): ReactNode {
  const { moment } = useFormats()
  if (events.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nothing is recorded. Write to people only when they agreed to it.</Trans>
      </Text>
    )
  return (
    <Timeline bulletSize={22} lineWidth={2}>
      {events.map((event) => (
        <Timeline.Item
          key={event.id}
          bullet={event.kind === 'in' ? <IconCheck size={12} /> : <IconBan size={12} />}
          title={event.kind === 'in' ? <Trans>Agreed</Trans> : <Trans>Opted out</Trans>}
        >
          {event.source !== '' && <bdi>{event.source}</bdi>}
          {event.superseded && (
            <Text c="dimmed">
              <Trans>No longer counts: a later consent replaced it</Trans>
            </Text>
          )}
          <ByLine when={moment(event.at)} />
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

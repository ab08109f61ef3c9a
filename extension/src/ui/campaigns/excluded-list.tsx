import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Accordion, Anchor, Group, List, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Excluded } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { SKIP_WORDS } from '../queue/queue-words.tsx'
import { RenderProblemText } from '../templates/render-problem-text.tsx'
import { SettingsSection } from '../workspace/settings-section.tsx'

/** Who does not get it, by reason, each name the way to mend it. */
export function ExcludedList({ excluded }: { excluded: readonly Excluded[] }): ReactNode {
  return (
    <SettingsSection
      title={<Trans>Left out</Trans>}
      note={<Trans>Open a contact to mend it; this review counts again by itself.</Trans>}
    >
      <Accordion variant="contained" multiple>
        {excluded.map((group) => (
          <Reason key={group.reason} group={group} />
        ))}
      </Accordion>
    </SettingsSection>
  )
}

function Reason({ group: { reason, count, contacts } }: { group: Excluded }): ReactNode {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const more = count - contacts.length
  return (
    <Accordion.Item value={reason}>
      <Accordion.Control>
        <Group justify="space-between" pe="sm">
          <Text>{i18n._(SKIP_WORDS[reason])}</Text>
          <Text fw={600} data-numbers>
            {number(count)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <List spacing={4}>
          {contacts.map((contact) => (
            <List.Item key={contact.contactId}>
              <Person contact={contact} />
            </List.Item>
          ))}
        </List>
        {more > 0 && (
          <Text c="dimmed" mt="xs" data-numbers>
            <Plural value={more} one="and # more" other="and # more" />
          </Text>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Person({ contact: { contactId, name, problem } }: { contact: Excluded['contacts'][number] }): ReactNode {
  return (
    <>
      <Anchor component={Link} href={`/contacts/${contactId}`}>
        {name === '' ? <Trans>No name</Trans> : <bdi>{name}</bdi>}
      </Anchor>
      {problem && (
        <Text span c="dimmed">
          {' · '}
          <RenderProblemText problem={problem} />
        </Text>
      )}
    </>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { Sample } from '../../engine/calls.ts'
import { MessageBubble } from '../templates/message-bubble.tsx'
import { SettingsSection } from '../workspace/settings-section.tsx'

/** What some of them will read, the worst cases first. */
export function SampleList({ samples }: { samples: readonly Sample[] }): ReactNode {
  return (
    <SettingsSection title={<Trans>What they will read</Trans>}>
      <SimpleGrid cols={Math.min(3, samples.length)} spacing="lg">
        {samples.map(({ contactId, kind, name, text }) => (
          <Stack key={`${kind} ${contactId}`} gap={6}>
            <Text c="dimmed">
              <KindText kind={kind} />
              {name !== '' && (
                <>
                  {' · '}
                  <bdi>{name}</bdi>
                </>
              )}
            </Text>
            <MessageBubble text={text} />
          </Stack>
        ))}
      </SimpleGrid>
    </SettingsSection>
  )
}

function KindText({ kind }: { kind: Sample['kind'] }): ReactNode {
  switch (kind) {
    case 'longest':
      return <Trans>The longest</Trans>
    case 'emptiest':
      return <Trans>The one with least filled in</Trans>
    case 'random':
      return <Trans>Any of them</Trans>
  }
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { QueryView } from '../kit/query-view.tsx'
import { SkeletonRows } from '../kit/skeleton-rows.tsx'
import { useQuery } from '../kit/use-query.ts'
import { SenderCard } from './sender-card.tsx'
import { SettingsSection } from './settings-section.tsx'

/** What Parley sees of WhatsApp Web right now, by name. */
export function Diagnostics(): ReactNode {
  const senders = useQuery('page.senders', {})
  return (
    <SettingsSection
      title={<Trans>Diagnostics</Trans>}
      note={<Trans>The WhatsApp Web tabs Parley is connected to.</Trans>}
    >
      <QueryView query={senders} loading={<SkeletonRows count={2} />}>
        {(list) =>
          list.length === 0 ? (
            <Text>
              <Trans>No WhatsApp Web tab is open. Open one, and it appears here.</Trans>
            </Text>
          ) : (
            <Stack>
              {list.map((sender) => (
                <SenderCard key={sender.tabId} sender={sender} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </SettingsSection>
  )
}

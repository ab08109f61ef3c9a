import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Badge, Group, Text } from '@mantine/core'
import { IconHourglass, IconPlugConnected, IconPlugConnectedX, IconSend } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { CampaignSummary, SenderQueue } from '../../engine/calls.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { maskAccount } from '../workspace/mask-account.ts'
import { SettingsSection } from '../workspace/settings-section.tsx'
import { CampaignLine } from './campaign-line.tsx'
import { HeldNotice, Release } from './held-notice.tsx'
import { LeftToday } from './left-today.tsx'
import { isOpen } from './use-campaigns.ts'
import { WaitingText } from './waiting-text.tsx'

interface Props {
  readonly queue: SenderQueue
  /** Of this account. */
  readonly campaigns: readonly CampaignSummary[]
}

/** One account: what it sends, why it waits, what it may still send today. */
export function SenderQueueCard({ queue, campaigns }: Props): ReactNode {
  const { account, held, leftToday, waiting } = queue
  return (
    <SettingsSection title={<PhoneText phone={maskAccount(account)} />}>
      <Standing queue={queue} />
      {held !== null && (
        <HeldNotice held={held}>
          <Release account={account} held={held} />
        </HeldNotice>
      )}
      {held === null && waiting !== undefined && (
        <Group gap="xs" wrap="nowrap">
          <IconHourglass size={16} aria-hidden />
          <Text>
            <WaitingText waiting={waiting} />
          </Text>
        </Group>
      )}
      <LeftToday left={leftToday} />
      {campaigns.filter(isOpen).map((campaign) => (
        <CampaignLine key={campaign.campaignId} campaign={campaign}>
          <Anchor component={Link} href={`/campaigns/${campaign.campaignId}`} fw={500} truncate dir="auto">
            {campaign.name}
          </Anchor>
        </CampaignLine>
      ))}
    </SettingsSection>
  )
}

function Standing({ queue: { connected, running, waitingMessages } }: { queue: SenderQueue }): ReactNode {
  return (
    <Group gap="xs">
      {connected ? (
        <Badge color="teal" leftSection={<IconPlugConnected size={12} />}>
          <Trans>WhatsApp Web is open</Trans>
        </Badge>
      ) : (
        <Badge color="yellow" leftSection={<IconPlugConnectedX size={12} />}>
          <Trans>WhatsApp Web is not open</Trans>
        </Badge>
      )}
      {running > 0 && (
        <Badge color="indigo" leftSection={<IconSend size={12} />}>
          <Plural value={running} one="sending # message" other="sending # messages" />
        </Badge>
      )}
      <Text c="dimmed" data-numbers>
        <Plural value={waitingMessages} one="# message waits" other="# messages wait" />
      </Text>
    </Group>
  )
}

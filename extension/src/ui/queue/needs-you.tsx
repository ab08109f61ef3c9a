import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { CampaignSummary } from '../../engine/calls.ts'

/** Campaigns with messages that only a person can move on, each count the way to its rows. */
export function NeedsYou({ campaigns }: { campaigns: readonly CampaignSummary[] }): ReactNode {
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>
          <Trans>Needs you</Trans>
        </Title>
        {campaigns.length === 0 ? (
          <Text c="dimmed">
            <Trans>Nothing. Messages that may or may not have been sent, or that failed, will stand here.</Trans>
          </Text>
        ) : (
          campaigns.map((campaign) => <Line key={campaign.campaignId} campaign={campaign} />)
        )}
      </Stack>
    </Paper>
  )
}

function Line({ campaign: { campaignId, name, counts } }: { campaign: CampaignSummary }): ReactNode {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text truncate fw={500}>
        <bdi>{name}</bdi>
      </Text>
      <Group gap="md" wrap="nowrap" data-numbers>
        {counts.uncertain > 0 && (
          <Anchor component={Link} href={`/campaigns/${campaignId}/uncertain`}>
            <Plural value={counts.uncertain} one="# uncertain" other="# uncertain" />
          </Anchor>
        )}
        {counts.failed > 0 && (
          <Anchor component={Link} href={`/campaigns/${campaignId}/failed`}>
            <Plural value={counts.failed} one="# failed" other="# failed" />
          </Anchor>
        )}
      </Group>
    </Group>
  )
}

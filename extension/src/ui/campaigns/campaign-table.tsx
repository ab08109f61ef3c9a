import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Anchor, Stack, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { CampaignSummary } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { SentOf, TimeLeft } from '../queue/campaign-line.tsx'
import { ProgressBar } from '../queue/progress-bar.tsx'
import { StateBadge } from '../queue/state-badge.tsx'
import { whyWaiting } from '../queue/why-waiting.tsx'

export function CampaignTable({ campaigns }: { campaigns: readonly CampaignSummary[] }): ReactNode {
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table highlightOnHover withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">
              <Trans>Campaign</Trans>
            </Table.Th>
            <Table.Th w="26%">
              <Trans>State</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Progress</Trans>
            </Table.Th>
            <Table.Th w={160}>
              <Trans>Started</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.campaignId} campaign={campaign} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function CampaignRow({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const { moment, number } = useFormats()
  const { campaignId, name, template, version, state, counts, at } = campaign
  const why = whyWaiting(campaign)
  const latest = number(version)
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor component={Link} href={`/campaigns/${campaignId}`} fw={500}>
          <bdi>{name}</bdi>
        </Anchor>
        <Text size="xs" c="dimmed" data-numbers>
          <Trans>
            <bdi>{template}</bdi>, version {latest}
          </Trans>
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={state} />
        {why !== undefined && (
          <Text size="xs" c="dimmed" mt={4}>
            {why}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={6}>
          <ProgressBar counts={counts} />
          <SentOf campaign={campaign} />
          <TimeLeft campaign={campaign} />
        </Stack>
      </Table.Td>
      <Table.Td data-numbers>{moment(at)}</Table.Td>
    </Table.Tr>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState, Stack } from '@mantine/core'
import { IconPlus, IconSend } from '@tabler/icons-react'
import { Link } from 'wouter'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useCampaigns } from '../queue/use-campaigns.ts'
import { CampaignTable } from './campaign-table.tsx'

/** All campaigns, newest first. */
export function CampaignsScreen(): ReactNode {
  const { number } = useFormats()
  const campaigns = useCampaigns()
  const count = campaigns.state === 'ready' ? campaigns.value.length : 0
  return (
    <Stack gap="md" p="md" mih="100%">
      <ScreenHeader title={<Trans>Campaigns</Trans>} note={count > 0 ? number(count) : undefined}>
        {count > 0 && (
          <Button component={Link} href="/campaigns/new" size="xs" leftSection={<IconPlus size={16} />}>
            <Trans>New campaign</Trans>
          </Button>
        )}
      </ScreenHeader>
      <QueryView query={campaigns}>
        {(list) =>
          list.length === 0 ? <NoCampaigns /> : <CampaignTable campaigns={list.toSorted((a, b) => b.at - a.at)} />
        }
      </QueryView>
    </Stack>
  )
}

function NoCampaigns(): ReactNode {
  return (
    <EmptyState
      my="auto"
      variant="light"
      icon={<IconSend stroke={1.5} />}
      title={<Trans>No campaigns yet</Trans>}
      description={
        <Trans>Send one message to many people, each with their own words. You see who gets it first.</Trans>
      }
    >
      <EmptyState.Actions>
        <Button component={Link} href="/campaigns/new">
          <Trans>New campaign</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

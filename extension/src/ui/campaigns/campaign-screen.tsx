import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState, Stack } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Place } from '@parley/shared/queue'
import type { CampaignDetail } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { CampaignHeader } from './campaign-header.tsx'
import { CampaignNumbers } from './campaign-numbers.tsx'
import { CampaignMessages } from './campaign-messages.tsx'

interface Props {
  readonly campaignId: string
  /** Only messages that stand there. */
  readonly place: Place | undefined
}

/** One campaign: how it stands, where its messages are, and each of them. */
export function CampaignScreen({ campaignId, place }: Props): ReactNode {
  const campaign = useKept(useQuery('campaigns.one', { campaignId }))
  return (
    <Stack gap="md" p="md" mih="100%" maw={1200}>
      <QueryView query={campaign}>{(found) => (found ? <Found campaign={found} place={place} /> : <Gone />)}</QueryView>
    </Stack>
  )
}

function Found({ campaign, place }: { campaign: CampaignDetail; place: Place | undefined }): ReactNode {
  return (
    <>
      <CampaignHeader campaign={campaign} />
      <CampaignNumbers campaign={campaign} place={place} />
      {/* Another place is another list: its page and its marks start anew. */}
      <CampaignMessages key={place ?? ''} campaign={campaign} place={place} />
    </>
  )
}

function Gone(): ReactNode {
  return (
    <EmptyState my="auto" icon={<IconSend stroke={1.5} />} title={<Trans>This campaign is not here</Trans>}>
      <EmptyState.Actions>
        <Button component={Link} href="/campaigns" variant="default">
          <Trans>All campaigns</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import type { Place } from '@parley/shared/queue'
import { useSelection } from '../contacts/selection.ts'
import type { CampaignDetail } from '../../engine/calls.ts'
import { Pages } from '../kit/pages.tsx'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { DecideBar } from './decide-bar.tsx'
import { MessageTable } from './message-table.tsx'
import { ReasonCounts } from './reason-counts.tsx'

const PAGE_ROWS = 100

interface Props {
  readonly campaign: CampaignDetail
  readonly place: Place | undefined
}

/** The messages of a place, or all, with what a person may decide about them. */
export function CampaignMessages({ campaign, place }: Props): ReactNode {
  const { campaignId } = campaign
  const [page, setPage] = useState(1)
  const selection = useSelection()
  const places = place === undefined ? [] : [place]
  const asked = { campaignId, places, offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS }
  const messages = useKept(useQuery('campaigns.messages', asked))
  return (
    <Stack gap="sm">
      <ReasonCounts campaign={campaign} place={place} />
      <DecideBar campaign={campaign} place={place} selection={selection} />
      <QueryView query={messages}>
        {({ matching, rows }) =>
          matching === 0 ? (
            <Text c="dimmed">
              <Trans>No message stands here any more.</Trans>
            </Text>
          ) : (
            <>
              <MessageTable rows={rows} selection={selection} />
              <Pages rows={matching} ofRows={PAGE_ROWS} page={page} onChange={setPage} />
            </>
          )
        }
      </QueryView>
    </Stack>
  )
}

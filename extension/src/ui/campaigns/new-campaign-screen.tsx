import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useQuery } from '../kit/use-query.ts'
import { NoticePage } from './notice-page.tsx'
import { Wizard } from './wizard.tsx'

/** From people and a text to a campaign; the first time, what WhatsApp forbids comes before it. */
export function NewCampaignScreen(): ReactNode {
  const notice = useQuery('notice.state', {})
  return (
    <Stack gap="md" p="md" maw={1080}>
      <ScreenHeader title={<Trans>New campaign</Trans>} />
      <QueryView query={notice}>
        {(value) => (value.acknowledged ? <Wizard /> : <NoticePage notice={value} />)}
      </QueryView>
    </Stack>
  )
}

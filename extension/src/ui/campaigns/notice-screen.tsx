import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useQuery } from '../kit/use-query.ts'
import { NoticePage } from './notice-page.tsx'

/** The notice by itself, to be read again. */
export function NoticeScreen(): ReactNode {
  const notice = useQuery('notice.state', {})
  return (
    <Stack gap="md" p="md">
      <ScreenHeader title={<Trans>Before you send</Trans>} />
      <QueryView query={notice}>{(value) => <NoticePage notice={value} />}</QueryView>
    </Stack>
  )
}

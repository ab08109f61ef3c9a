import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { EmptyState, Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useQuery } from '../kit/use-query.ts'
import { OperationTable } from './operation-table.tsx'

const SHOWN = 200

/** Everything that was done, newest first, each line with what takes it back. */
export function HistoryScreen(): ReactNode {
  const operations = useQuery('operations.recent', { limit: SHOWN })
  return (
    <Stack gap="md" p="md" h="100%">
      <ScreenHeader title={<Trans>History</Trans>} />
      <QueryView query={operations}>
        {(list) => (list.length === 0 ? <NothingYet /> : <OperationTable operations={list} />)}
      </QueryView>
    </Stack>
  )
}

function NothingYet(): ReactNode {
  return (
    <EmptyState
      my="auto"
      icon={<IconHistory stroke={1.5} />}
      title={<Trans>Nothing has happened yet</Trans>}
      description={<Trans>Each import, edit and deletion will stand here, and can be undone from here.</Trans>}
    />
  )
}

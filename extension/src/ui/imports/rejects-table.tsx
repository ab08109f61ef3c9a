import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Table } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ImportJob, ImportReject } from '../../engine/calls.ts'
import { Pages } from '../kit/pages.tsx'
import { QueryView } from '../kit/query-view.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { SettingsSection } from '../workspace/settings-section.tsx'
import { downloadRejects } from './download-rejects.ts'
import { RejectReason, useRejectReason } from '../kit/reject-reason.tsx'

const PAGE_ROWS = 100

/** Every row that was left out, with what stood there and why. */
export function RejectsTable({ job }: { job: ImportJob }): ReactNode {
  const [page, setPage] = useState(1)
  const rejects = useKept(
    useQuery('import.rejects', { jobId: job.jobId, offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS }),
  )
  return (
    <SettingsSection
      title={<Trans>Rows left out</Trans>}
      note={<Trans>Correct them in the file and import it again: rows already imported are merged, not doubled.</Trans>}
    >
      <QueryView query={rejects}>
        {({ total, rows }) => (
          <>
            <Rows rows={rows} />
            <Group justify="space-between">
              <Download job={job} />
              <Pages rows={total} ofRows={PAGE_ROWS} page={page} onChange={setPage} />
            </Group>
          </>
        )}
      </QueryView>
    </SettingsSection>
  )
}

function Rows({ rows }: { rows: readonly ImportReject[] }): ReactNode {
  return (
    <Table.ScrollContainer minWidth={560} maxHeight={480}>
      <Table withTableBorder stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>
              <Trans>Row</Trans>
            </Table.Th>
            <Table.Th w="35%">
              <Trans>Value</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Reason</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, value, reason }) => (
            <Table.Tr key={row}>
              <Table.Td data-numbers>{row}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <bdi>{value}</bdi>
              </Table.Td>
              <Table.Td>
                <RejectReason reason={reason} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Download({ job }: { job: ImportJob }): ReactNode {
  const { t } = useLingui()
  const reasonOf = useRejectReason()
  const [busy, setBusy] = useState(false)
  async function download(): Promise<void> {
    setBusy(true)
    try {
      await downloadRejects(job, { head: [t`Row`, t`Value`, t`Reason`], reasonOf })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} />}
      loading={busy}
      onClick={() => void download()}
    >
      <Trans>Download as CSV</Trans>
    </Button>
  )
}

import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { NO_FILTER, useContactFilter } from '../contacts/contact-filter.tsx'
import type { ImportJob } from '../../engine/calls.ts'
import { Count } from '../kit/count.tsx'
import { useRun } from '../kit/use-run.tsx'
import { FailureText } from './failure-text.tsx'
import { failureOf } from './job-failure.ts'
import { JobStateText } from './job-state.tsx'
import { RejectsTable } from './rejects-table.tsx'
import { UndoImport } from './undo-import.tsx'

/** What came of an import: three numbers that sum to the rows, the rows behind them, and the way back. */
export function JobResult({ job }: { job: ImportJob }): ReactNode {
  const failure = failureOf(job)
  return (
    <Stack>
      {failure && (
        <Alert color="red" icon={<IconAlertTriangle />} title={<Trans>The import stopped</Trans>}>
          <FailureText failure={failure} />
        </Alert>
      )}
      <Paper withBorder p="lg">
        <Stack>
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600} truncate>
              <bdi>{job.fileName}</bdi>
            </Text>
            <JobStateText state={job.state} />
          </Group>
          <Counts job={job} />
          <Actions job={job} />
        </Stack>
      </Paper>
      {job.rejected > 0 && <RejectsTable job={job} />}
    </Stack>
  )
}

function Counts({ job }: { job: ImportJob }): ReactNode {
  const [, navigate] = useLocation()
  const { setFilter } = useContactFilter()
  function showCreated(): void {
    setFilter({ ...NO_FILTER, operation: job.opId })
    navigate('/contacts')
  }
  return (
    <Group gap="xl" align="start">
      <Count value={job.rows} label={<Plural value={job.rows} one="row read" other="rows read" />} />
      <Count value={job.imported} label={<Trans>new contacts</Trans>}>
        {job.imported > 0 && (
          <Anchor component="button" onClick={showCreated}>
            <Trans>Show them</Trans>
          </Anchor>
        )}
      </Count>
      <Count value={job.merged} label={<Trans>merged with contacts you had</Trans>} />
      <Count value={job.rejected} label={<Trans>left out</Trans>} />
    </Group>
  )
}

function Actions({ job }: { job: ImportJob }): ReactNode {
  const [, navigate] = useLocation()
  const run = useRun()
  async function close(): Promise<void> {
    if ((await run('import.dismiss', { jobId: job.jobId })) !== undefined) navigate('/contacts')
  }
  return (
    <Group>
      <Button component={Link} href="/import">
        <Trans>Import another file</Trans>
      </Button>
      {job.imported + job.merged > 0 && <UndoImport opId={job.opId} />}
      <Button variant="subtle" color="gray" onClick={() => void close()}>
        <Trans>Close</Trans>
      </Button>
    </Group>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Anchor, Group, Paper, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { ImportJob } from '../../engine/calls.ts'
import { JobStateText } from './job-state.tsx'

/** Imports that run or wait to be looked at. */
export function JobList({ jobs }: { jobs: readonly ImportJob[] }): ReactNode {
  return jobs.map((job) => (
    <Paper key={job.jobId} withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text truncate>
          <bdi>{job.fileName}</bdi>
        </Text>
        <Group gap="md" wrap="nowrap">
          <JobStateText state={job.state} />
          <Anchor component={Link} href={`/import/${job.jobId}`}>
            <Trans>Show</Trans>
          </Anchor>
        </Group>
      </Group>
    </Paper>
  ))
}

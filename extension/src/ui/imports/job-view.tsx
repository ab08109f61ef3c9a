import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ImportJob } from '../../engine/calls.ts'
import { JobProgress } from './job-progress.tsx'
import { JobResult } from './job-result.tsx'

/** One import: on its way, or what came of it. */
export function JobView({ job }: { job: ImportJob | undefined }): ReactNode {
  if (!job) return <GoneJob />
  if (job.state === 'parsing' || job.state === 'storing') return <JobProgress job={job} />
  return <JobResult job={job} />
}

function GoneJob(): ReactNode {
  return (
    <EmptyState
      py="xl"
      icon={<IconFileOff stroke={1.5} />}
      title={<Trans>This import is closed</Trans>}
      description={<Trans>What it did stands in the history.</Trans>}
    >
      <EmptyState.Actions>
        <Button component={Link} href="/history" variant="default">
          <Trans>Open history</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useLocation } from 'wouter'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useQuery } from '../kit/use-query.ts'
import { ImportWizard } from './import-wizard.tsx'
import { JobList } from './job-list.tsx'
import { JobView } from './job-view.tsx'

/** Imports: the running ones, one of them in full (`jobId`), or the way to a new one. */
export function ImportScreen({ jobId }: { jobId?: string | undefined }): ReactNode {
  const [, navigate] = useLocation()
  const jobs = useQuery('import.jobs', {})
  return (
    <Stack gap="md" p="md" maw={1080}>
      <ScreenHeader title={<Trans>Import contacts</Trans>} />
      {jobId === undefined ? (
        <>
          {jobs.state === 'ready' && <JobList jobs={jobs.value} />}
          <ImportWizard
            onStarted={(id) => {
              navigate(`/import/${id}`)
            }}
          />
        </>
      ) : (
        <QueryView query={jobs}>{(list) => <JobView job={list.find((job) => job.jobId === jobId)} />}</QueryView>
      )}
    </Stack>
  )
}

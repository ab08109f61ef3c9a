import { useState, type ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import type { ImportJob } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'
import { timeLeft } from './time-left.ts'

/** How far it is, how long it will take, and the way to stop it. */
export function JobProgress({ job }: { job: ImportJob }): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const { bytes, percent, number } = useFormats()
  const fraction = job.bytesTotal === 0 ? 0 : job.bytesRead / job.bytesTotal
  const [read, total] = [bytes(job.bytesRead), bytes(job.bytesTotal)]
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Text fw={600} truncate>
          <bdi>{job.fileName}</bdi>
        </Text>
        <Progress value={fraction * 100} size="lg" aria-label={t`Import progress`} />
        <Group justify="space-between" data-numbers>
          <Text>
            <bdi>{percent(fraction)}</bdi> ·{' '}
            <Trans>
              {read} of {total}
            </Trans>{' '}
            · <Plural value={job.rows} one="# row" other="# rows" />
          </Text>
          <TimeLeft key={job.jobId} job={job} />
        </Group>
        <Text c="dimmed" data-numbers>
          <Trans>
            {number(job.imported)} new, {number(job.merged)} merged, {number(job.rejected)} left out so far
          </Trans>
        </Text>
        <Group justify="space-between">
          <Text c="dimmed">
            <Trans>You can close this page; the import goes on.</Trans>
          </Text>
          <Button variant="default" onClick={() => void run('import.cancel', { jobId: job.jobId })}>
            <Trans>Stop import</Trans>
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

function TimeLeft({ job }: { job: ImportJob }): ReactNode {
  const { duration } = useFormats()
  const [first] = useState(() => ({ at: Date.now(), done: job.bytesRead }))
  const left = timeLeft(first, useMark(job.bytesRead), job.bytesTotal)
  if (left === undefined)
    return (
      <Text c="dimmed">
        <Trans>Working out the time left</Trans>
      </Text>
    )
  const time = duration(left)
  return (
    <Text>
      <Trans>About {time} left</Trans>
    </Text>
  )
}

/** `done` with the moment it was first seen. */
function useMark(done: number): { at: number; done: number } {
  const [mark, setMark] = useState(() => ({ at: Date.now(), done }))
  // eslint-disable-next-line react-hooks/purity -- the moment of the change is what is kept
  if (mark.done !== done) setMark({ at: Date.now(), done })
  return mark
}

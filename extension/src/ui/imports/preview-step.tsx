import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import { storeFile } from '../../worker/store-file.ts'
import { Delayed } from '../kit/delayed.tsx'
import { SkeletonRows } from '../kit/skeleton-rows.tsx'
import { today } from '../kit/today.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'
import { useWorkspace } from '../workspace/use-workspace.tsx'
import { FileFormat } from './file-format.tsx'
import { FileProblem } from './file-problem.tsx'
import { startInput, type ImportChoices, type Read } from './import-choices.ts'
import { PreviewForm } from './preview-form.tsx'
import { usePreview } from './use-preview.ts'

interface Props {
  readonly file: File
  readonly onOther: () => void
  readonly onStarted: (jobId: string) => void
}

/** What the import would do with this file, and everything that changes it. */
export function PreviewStep({ file, onOther, onStarted }: Props): ReactNode {
  const { country, fields } = useWorkspace()
  const [choices, setChoices] = useState<ImportChoices>(() => ({
    country,
    tags: [],
    consentSource: '',
    consentDate: today(),
  }))
  const preview = usePreview(file, choices, fields)
  const { start, busy } = useStart(file, onStarted)
  if (!preview)
    return (
      <Delayed>
        <SkeletonRows />
      </Delayed>
    )
  return (
    <Stack gap="md">
      <FileLine file={file} onOther={onOther} />
      {preview.ok ? (
        <PreviewForm
          preview={preview}
          choices={choices}
          onChange={setChoices}
          busy={busy}
          onStart={() => void start(choices, preview)}
        />
      ) : (
        <FileProblem failure={preview.failure} onOther={onOther}>
          {preview.failure.reason === 'broken-quotes' && <FileFormat choices={choices} onChange={setChoices} />}
        </FileProblem>
      )}
    </Stack>
  )
}

interface Start {
  readonly start: (choices: ImportChoices, read: Read) => Promise<void>
  readonly busy: boolean
}

/** The file goes into the store first: a File does not survive the way to the engine, its key does. */
function useStart(file: File, onStarted: (jobId: string) => void): Start {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function start(choices: ImportChoices, read: Read): Promise<void> {
    setBusy(true)
    try {
      const blobKey = await storeFile(file)
      const job = await run('import.start', startInput({ blobKey, name: file.name }, choices, read))
      if (job) onStarted(job.jobId)
    } finally {
      setBusy(false)
    }
  }
  return { start, busy }
}

function FileLine({ file, onOther }: { file: File; onOther: () => void }): ReactNode {
  const { bytes } = useFormats()
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text truncate>
        <bdi>{file.name}</bdi>{' '}
        <Text span c="dimmed" data-numbers>
          {bytes(file.size)}
        </Text>
      </Text>
      <Button variant="default" size="xs" onClick={onOther}>
        <Trans>Choose another file</Trans>
      </Button>
    </Group>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Stack } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import type { ImportFailure } from '../../worker/preview.ts'
import { FailureText } from './failure-text.tsx'

/** A file that cannot be imported: why, and what to do instead. */
export function FileProblem({ failure, onOther }: { failure: ImportFailure; onOther: () => void }): ReactNode {
  return (
    <Alert color="red" icon={<IconFileAlert />} title={<Trans>This file cannot be imported</Trans>}>
      <Stack align="start">
        <FailureText failure={failure} />
        <Button variant="default" size="xs" onClick={onOther}>
          <Trans>Choose another file</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}

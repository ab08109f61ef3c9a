import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Stack } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import type { ImportFailure } from '../../worker/preview.ts'
import { FailureText } from './failure-text.tsx'

interface Props {
  readonly failure: ImportFailure
  readonly onOther: () => void
  /** What may mend it. */
  readonly children?: ReactNode
}

/** A file that cannot be imported: why, and what to do instead. */
export function FileProblem({ failure, onOther, children }: Props): ReactNode {
  return (
    <Alert color="red" icon={<IconFileAlert />} title={<Trans>This file cannot be imported</Trans>}>
      <Stack align="start">
        <FailureText failure={failure} />
        {children}
        <Button variant="default" size="xs" onClick={onOther}>
          <Trans>Choose another file</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}

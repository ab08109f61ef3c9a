import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { CallError } from '../../engine/calls.ts'
import { CallErrorText } from './call-error.tsx'

/** A view that could not get its data: what happened and the one thing to do. */
export function ErrorState({ error }: { error: CallError }): ReactNode {
  return (
    <EmptyState
      role="alert"
      py="xl"
      icon={<IconPlugConnectedX stroke={1.5} />}
      title={<Trans>This could not be loaded</Trans>}
      description={<CallErrorText error={error} />}
    >
      <EmptyState.Actions>
        <Button
          variant="default"
          onClick={() => {
            location.reload()
          }}
        >
          <Trans>Reload</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

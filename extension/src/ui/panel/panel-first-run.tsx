import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { openApp } from '../kit/links.ts'

export function PanelFirstRun(): ReactNode {
  return (
    <EmptyState
      component="main"
      my="auto"
      p="md"
      variant="light"
      icon={<IconSparkles stroke={1.5} />}
      title={<Trans>Create your workspace first</Trans>}
      description={<Trans>It takes a name and a country, and stays on this device.</Trans>}
    >
      <EmptyState.Actions>
        <Button
          onClick={() => {
            openApp()
          }}
        >
          <Trans>Open the app</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, EmptyState } from '@mantine/core'
import { IconFileText, IconFileX } from '@tabler/icons-react'

export function NoTemplates({ onNew }: { onNew: () => void }): ReactNode {
  return (
    <EmptyState
      my="auto"
      variant="light"
      icon={<IconFileText stroke={1.5} />}
      title={<Trans>No templates yet</Trans>}
      description={<Trans>Write a message once, and let each contact get it with their own name.</Trans>}
    >
      <EmptyState.Actions>
        <Button onClick={onNew}>
          <Trans>Write a template</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

/** A link that leads to nothing. */
export function TemplateGone(): ReactNode {
  return <EmptyState my="auto" icon={<IconFileX stroke={1.5} />} title={<Trans>This template is not here</Trans>} />
}

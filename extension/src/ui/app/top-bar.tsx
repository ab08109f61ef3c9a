import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconCommand } from '@tabler/icons-react'
import { SavedBadge } from '../kit/saved-badge.tsx'
import { StopEverything } from '../queue/stop-everything.tsx'
import { ContactSearch } from './contact-search.tsx'
import { WorkspaceMenu } from './workspace-menu.tsx'

export function TopBar(): ReactNode {
  const { t } = useLingui()
  return (
    <Group h="100%" wrap="nowrap" justify="space-between">
      <ContactSearch />
      <Group gap="sm" wrap="nowrap">
        <StopEverything size="xs" />
        <SavedBadge />
        <Tooltip label={t`Commands (Ctrl K or ⌘ K)`}>
          <ActionIcon variant="default" size="lg" onClick={spotlight.open} aria-label={t`Commands`}>
            <IconCommand size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <WorkspaceMenu />
      </Group>
    </Group>
  )
}

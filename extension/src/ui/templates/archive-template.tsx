import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Alert, Button, Tooltip } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { offerUndo } from '../kit/undo-toast.tsx'
import { useRun } from '../kit/use-run.tsx'

/** Takes the template out of the lists at once and offers it back. */
export function ArchiveTemplate({ id }: { id: string }): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const [, navigate] = useLocation()
  async function archive(): Promise<void> {
    if ((await run('templates.archive', { id, archived: true })) === undefined) return
    navigate('/templates')
    offerUndo(`archive-${id}`, <Trans>Template archived</Trans>, async () => {
      await run('templates.archive', { id, archived: false })
      navigate(`/templates/${id}`)
    })
  }
  return (
    <Tooltip label={t`Archive`}>
      <ActionIcon variant="subtle" color="gray" size="lg" onClick={() => void archive()} aria-label={t`Archive`}>
        <IconArchive size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}

/** Stands on an archived template: nothing of it is gone, so it can come back. */
export function ArchivedNotice({ id }: { id: string }): ReactNode {
  const run = useRun()
  return (
    <Alert color="gray" icon={<IconArchive />} title={<Trans>This template is archived</Trans>}>
      <Button
        variant="default"
        size="xs"
        mt="xs"
        onClick={() => void run('templates.archive', { id, archived: false })}
      >
        <Trans>Restore template</Trans>
      </Button>
    </Alert>
  )
}

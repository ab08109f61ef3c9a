import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useUndoToast } from '../kit/undo-toast.tsx'
import { useRun } from '../kit/use-run.tsx'

export function DeleteContact({ id }: { id: string }): ReactNode {
  const run = useRun()
  const offerUndo = useUndoToast()
  async function remove(): Promise<void> {
    const done = await run('contacts.delete', { ids: [id] })
    if (done) offerUndo(<Trans>Contact deleted</Trans>, done.opId)
  }
  return (
    <Button
      variant="subtle"
      color="red"
      size="xs"
      leftSection={<IconTrash size={14} />}
      onClick={() => void remove()}
      me="auto"
    >
      <Trans>Delete contact</Trans>
    </Button>
  )
}

/** Stands on a deleted contact: it is still there, so it can come back. */
export function DeletedNotice({ id }: { id: string }): ReactNode {
  const run = useRun()
  return (
    <Alert color="red" icon={<IconTrash />} title={<Trans>This contact is deleted</Trans>}>
      <Button variant="default" size="xs" mt="xs" onClick={() => void run('contacts.restore', { ids: [id] })}>
        <Trans>Restore contact</Trans>
      </Button>
    </Alert>
  )
}

import { useCallback, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRun } from './use-run.tsx'
import { showToast } from './toast.ts'

const OFFERED_MS = 10_000

/** Says what was done and offers to take it back for 10 s; later the history does. */
export function useUndoToast(): (message: ReactNode, opId: string) => void {
  const run = useRun()
  return useCallback(
    (message, opId) => {
      offerUndo(`undo-${opId}`, message, async () => {
        const result = await run('operations.undo', { opId })
        if (result) showToast({ message: <Undone left={result.left} /> })
      })
    },
    [run],
  )
}

/** Says what was done and offers `undo` for 10 s. */
export function offerUndo(id: string, message: ReactNode, undo: () => Promise<void>): void {
  showToast({
    id,
    autoClose: OFFERED_MS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{message}</Text>
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            void undo()
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </Group>
    ),
  })
}

/** `left` values were changed again since and stay as they are. */
export function Undone({ left }: { left: number }): ReactNode {
  if (left === 0) return <Trans>Undone</Trans>
  return (
    <Plural
      value={left}
      one="Undone. # value was changed since then and stays as it is."
      other="Undone. # values were changed since then and stay as they are."
    />
  )
}

import type { ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Text } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import { useUndoToast } from '../kit/undo-toast.tsx'
import { useRun } from '../kit/use-run.tsx'
import { AddTags } from './add-tags.tsx'
import type { Selection } from './selection.ts'

/** What can be done with the marked contacts; stands where the tag filter does while any is marked. */
export function SelectionBar({ selection }: { selection: Selection }): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const offerUndo = useUndoToast()
  const ids = [...selection.ids]
  async function remove(): Promise<void> {
    const done = await run('contacts.delete', { ids })
    if (!done) return
    selection.clear()
    offerUndo(<Plural value={done.changed} one="# contact deleted" other="# contacts deleted" />, done.opId)
  }
  async function tag(names: string[]): Promise<void> {
    const done = await run('contacts.tag', { ids, add: names })
    if (done) offerUndo(<Plural value={done.changed} one="# contact tagged" other="# contacts tagged" />, done.opId)
  }
  return (
    <Paper withBorder p={6} ps="sm" role="toolbar" aria-label={t`Selected contacts`}>
      <Group>
        <Text fw={600} data-numbers role="status">
          <Plural value={ids.length} one="# selected" other="# selected" />
        </Text>
        <AddTags onAdd={tag} />
        <Button variant="default" size="xs" leftSection={<IconTrash size={14} />} onClick={() => void remove()}>
          <Trans>Delete</Trans>
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconX size={14} />}
          onClick={selection.clear}
          ms="auto"
        >
          <Trans>Clear selection</Trans>
        </Button>
      </Group>
    </Paper>
  )
}

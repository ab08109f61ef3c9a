import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Popover, Stack } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { TagsField } from './tags-field.tsx'

/** A small form that asks for tag names and hands them on. */
export function AddTags({ onAdd }: { onAdd: (names: string[]) => Promise<void> }): ReactNode {
  const [opened, setOpened] = useState(false)
  const [names, setNames] = useState<string[]>([])
  async function add(): Promise<void> {
    setOpened(false)
    await onAdd(names)
    setNames([])
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={300} position="top-start">
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconTag size={14} />}
          onClick={() => {
            setOpened(!opened)
          }}
        >
          <Trans>Add tags</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack>
          <TagsField label={<Trans>Tags</Trans>} value={names} onChange={setNames} />
          <Button size="xs" disabled={names.length === 0} onClick={() => void add()}>
            <Trans>Add</Trans>
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

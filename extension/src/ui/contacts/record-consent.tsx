import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { today } from '../kit/today.ts'
import { useRun } from '../kit/use-run.tsx'

/** Asks how and when the person agreed: consent without its source proves nothing later. */
export function RecordConsent({ id }: { id: string }): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const [opened, setOpened] = useState(false)
  const [source, setSource] = useState('')
  const [date, setDate] = useState(today)
  async function record(): Promise<void> {
    const done = await run('contacts.optIn', { id, source: source.trim(), date })
    if (done) setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={300} position="bottom-end">
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<IconCheck size={14} />}
          onClick={() => {
            setOpened(!opened)
          }}
        >
          <Trans>Record consent</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack>
          <TextInput
            label={<Trans>How they agreed</Trans>}
            placeholder={t`Order form, in the shop, by phone`}
            value={source}
            onChange={(event) => {
              setSource(event.currentTarget.value)
            }}
          />
          <TextInput
            type="date"
            label={<Trans>On</Trans>}
            max={today()}
            value={date}
            onChange={(event) => {
              setDate(event.currentTarget.value)
            }}
          />
          <Button size="xs" disabled={source.trim() === '' || date === ''} onClick={() => void record()}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import {
  IconBan,
  IconBuilding,
  IconCheck,
  IconGauge,
  IconGavel,
  IconHeartHandshake,
  type Icon,
} from '@tabler/icons-react'
import type { Notice } from '../../engine/calls.ts'
import { ByName } from '../contacts/by-line.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'

/** What a person has to know before the first campaign of a workspace. */
export function NoticePage({ notice }: { notice: Notice }): ReactNode {
  return (
    <Paper withBorder p="lg" maw={720}>
      <Stack gap="md">
        <Title order={2}>
          <Trans>What WhatsApp forbids, and what can happen</Trans>
        </Title>
        <Facts />
        {notice.acknowledged ? <ReadOn at={notice.acknowledged.at} /> : <Acknowledge />}
      </Stack>
    </Paper>
  )
}

function Facts(): ReactNode {
  return (
    <List spacing="md">
      <Fact icon={IconGavel}>
        <Trans>
          WhatsApp’s terms forbid messages in bulk to people who did not ask for them, and sending by automatic means.
          Parley sends by automatic means, and does not hide it from WhatsApp.
        </Trans>
      </Fact>
      <Fact icon={IconBan}>
        <Trans>
          WhatsApp can limit this number or ban it for good, without warning. Nobody at Parley can give it back.
        </Trans>
      </Fact>
      <Fact icon={IconHeartHandshake}>
        <Trans>
          Write only to people who have agreed to hear from you. Parley keeps every opt-out and writes to nobody who
          opted out.
        </Trans>
      </Fact>
      <Fact icon={IconGauge}>
        <Trans>
          Parley sends slowly, and few messages a day to people who have not written to you. That lowers the risk and
          does not remove it.
        </Trans>
      </Fact>
      <Fact icon={IconBuilding}>
        <Trans>Whoever sends a lot should use the WhatsApp Business Platform, which is made for it.</Trans>
      </Fact>
    </List>
  )
}

function Fact({ icon: Picture, children }: { icon: Icon; children: ReactNode }): ReactNode {
  return (
    <List.Item
      icon={
        <ThemeIcon variant="light" color="gray" size={32} aria-hidden>
          <Picture size={18} stroke={1.75} />
        </ThemeIcon>
      }
    >
      <Text>{children}</Text>
    </List.Item>
  )
}

function Acknowledge(): ReactNode {
  const run = useRun()
  const [read, setRead] = useState(false)
  const [busy, setBusy] = useState(false)
  async function acknowledge(): Promise<void> {
    setBusy(true)
    await run('notice.acknowledge', {})
    setBusy(false)
  }
  return (
    <>
      <Checkbox
        label={<Trans>I have read this, and the people I write to have agreed</Trans>}
        checked={read}
        onChange={(event) => {
          setRead(event.currentTarget.checked)
        }}
      />
      <Button me="auto" disabled={!read} loading={busy} onClick={() => void acknowledge()}>
        <Trans>Go on</Trans>
      </Button>
    </>
  )
}

function ReadOn({ at }: { at: number }): ReactNode {
  const { moment } = useFormats()
  const when = moment(at)
  return (
    <Text c="dimmed" data-numbers>
      <IconCheck size={14} aria-hidden />{' '}
      <Trans>
        Read and understood {when} by <ByName />
      </Trans>
    </Text>
  )
}

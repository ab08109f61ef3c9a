import { useState, type ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import type { Place } from '@parley/shared/queue'
import type { Selection } from '../contacts/selection.ts'
import type { CampaignDetail, Input } from '../../engine/calls.ts'
import { showToast } from '../kit/toast.ts'
import { useRun } from '../kit/use-run.tsx'
import { decidableIds } from './decidable-ids.ts'

type Decision = Input<'messages.decide'>['decision']

interface Props {
  readonly campaign: CampaignDetail
  readonly place: Place | undefined
  readonly selection: Selection
}

/** What only a person can say about messages that may have been sent, or ask for those that failed. */
export function DecideBar({ campaign, place, selection }: Props): ReactNode {
  const { t } = useLingui()
  const { campaignId, counts } = campaign
  const decide = useDecide(campaignId, selection)
  if (place !== 'uncertain' && place !== 'failed') return null
  if (counts[place] === 0) return null
  return (
    <Paper withBorder p="md" role="group" aria-label={t`Decide`}>
      <Stack gap="sm">
        <Marked campaign={campaign} place={place} selection={selection} />
        {place === 'uncertain' ? <UncertainChoices decide={decide} /> : <FailedChoices decide={decide} />}
      </Stack>
    </Paper>
  )
}

interface Decide {
  /** undefined: nothing is marked. */
  readonly by: ((decision: Decision) => Promise<void>) | undefined
  readonly busy: boolean
}

function useDecide(campaignId: string, selection: Selection): Decide {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function by(decision: Decision): Promise<void> {
    setBusy(true)
    const done = await run('messages.decide', { campaignId, messageIds: [...selection.ids], decision })
    setBusy(false)
    if (!done) return
    selection.clear()
    showToast({ message: <Plural value={done.decided} one="# message decided" other="# messages decided" /> })
  }
  return { by: selection.ids.size > 0 ? by : undefined, busy }
}

function Marked({ campaign: { campaignId, counts }, place, selection }: Props & { place: Place }): ReactNode {
  const [busy, setBusy] = useState(false)
  async function markAll(): Promise<void> {
    setBusy(true)
    try {
      selection.add(await decidableIds(campaignId, place))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Group>
      <Text fw={600} role="status" data-numbers>
        <Plural
          value={selection.ids.size}
          _0="Mark the messages you know about"
          one="# message marked"
          other="# messages marked"
        />
      </Text>
      <Button variant="default" size="compact-sm" loading={busy} onClick={() => void markAll()}>
        <Plural value={counts[place]} one="Mark the only one" other="Mark all #" />
      </Button>
    </Group>
  )
}

function UncertainChoices({ decide }: { decide: Decide }): ReactNode {
  return (
    <SimpleGrid cols={3}>
      <Choice decide={decide} decision="sent" label={<Trans>It was sent</Trans>}>
        <Trans>
          You have seen it in the chat. It counts as sent, by your word; if that is wrong, it never arrives.
        </Trans>
      </Choice>
      <Choice decide={decide} decision="send" label={<Trans>Send again</Trans>}>
        <Trans>It is not in the chat. If it was sent after all, the person gets it twice.</Trans>
      </Choice>
      <Choice decide={decide} decision="give-up" label={<Trans>Give up</Trans>}>
        <Trans>Nothing more is done about it. It counts as failed, whether it arrived or not.</Trans>
      </Choice>
    </SimpleGrid>
  )
}

function FailedChoices({ decide }: { decide: Decide }): ReactNode {
  return (
    <Choice decide={decide} decision="send" label={<Trans>Send again</Trans>}>
      <Trans>
        Only where that can help: what WhatsApp refused because of its limits is not tried again, for that makes them
        stricter.
      </Trans>
    </Choice>
  )
}

interface ChoiceProps {
  readonly decide: Decide
  readonly decision: Decision
  readonly label: ReactNode
  readonly children: ReactNode
}

function Choice({ decide: { by, busy }, decision, label, children }: ChoiceProps): ReactNode {
  return (
    <Stack gap={4} align="start">
      <Button variant="default" size="xs" disabled={!by || busy} onClick={() => void by?.(decision)}>
        {label}
      </Button>
      <Text c="dimmed" size="xs">
        {children}
      </Text>
    </Stack>
  )
}

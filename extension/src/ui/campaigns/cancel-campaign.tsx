import { useState, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { CampaignSummary } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { sentCount } from '../queue/place-look.ts'

interface Props {
  readonly campaign: CampaignSummary
  readonly opened: boolean
  readonly onClose: () => void
}

/** A cancelled campaign cannot be taken up again, so this asks, once, with what goes and what stays. */
export function CancelCampaign({ campaign: { campaignId, counts }, opened, onClose }: Props): ReactNode {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function cancel(): Promise<void> {
    setBusy(true)
    await run('campaigns.cancel', { campaignId })
    setBusy(false)
    onClose()
  }
  return (
    <Modal.Root opened={opened} onClose={onClose} size="md" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Stack>
            <Modal.Title fz="lg" fw={600}>
              <Trans>Cancel this campaign?</Trans>
            </Modal.Title>
            <Text>
              <Plural
                value={counts.waiting}
                one="# message that waits will not be sent, and cannot be brought back."
                other="# messages that wait will not be sent, and cannot be brought back."
              />{' '}
              <Plural
                value={sentCount(counts)}
                _0="Nothing has been sent yet."
                one="# message is sent and stays sent."
                other="# messages are sent and stay sent."
              />
            </Text>
            <Group justify="end">
              <Button variant="default" onClick={onClose} data-autofocus>
                <Trans>Keep it</Trans>
              </Button>
              <Button color="red" loading={busy} onClick={() => void cancel()}>
                <Plural value={counts.waiting} one="Cancel # message" other="Cancel # messages" />
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

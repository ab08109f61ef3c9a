import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBan, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { CampaignSummary } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { isOpen } from '../queue/use-campaigns.ts'
import { CancelCampaign } from './cancel-campaign.tsx'

/** Pause or resume, and the way to cancel it; nothing for one that is over. */
export function CampaignActions({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const [asking, { open, close }] = useDisclosure(false)
  const { campaignId, state } = campaign
  if (!isOpen(campaign)) return null
  return (
    <>
      {state === 'paused' ? <Resume campaignId={campaignId} /> : <Pause campaignId={campaignId} />}
      <Button variant="subtle" color="red" size="xs" leftSection={<IconBan size={14} />} onClick={open}>
        <Trans>Cancel</Trans>
      </Button>
      <CancelCampaign campaign={campaign} opened={asking} onClose={close} />
    </>
  )
}

function Resume({ campaignId }: { campaignId: string }): ReactNode {
  const run = useRun()
  return (
    <Button
      size="xs"
      leftSection={<IconPlayerPlay size={14} />}
      onClick={() => void run('campaigns.resume', { campaignId })}
    >
      <Trans>Resume</Trans>
    </Button>
  )
}

export function Pause({ campaignId }: { campaignId: string }): ReactNode {
  const run = useRun()
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlayerPause size={14} />}
      onClick={() => void run('campaigns.pause', { campaignId })}
    >
      <Trans>Pause</Trans>
    </Button>
  )
}

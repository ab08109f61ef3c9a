import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import type { CampaignDetail } from '../../engine/calls.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { StateBadge } from '../queue/state-badge.tsx'
import { whyWaiting } from '../queue/why-waiting.tsx'
import { maskAccount } from '../workspace/mask-account.ts'
import { CampaignActions } from './campaign-actions.tsx'

/** Its name and state, why it waits, and what can be done with it. */
export function CampaignHeader({ campaign }: { campaign: CampaignDetail }): ReactNode {
  const { name, state } = campaign
  const why = whyWaiting(campaign)
  return (
    <>
      <ScreenHeader
        title={<bdi style={{ overflowWrap: 'anywhere' }}>{name}</bdi>}
        note={<Origin campaign={campaign} />}
      >
        <StateBadge state={state} />
        <CampaignActions campaign={campaign} />
      </ScreenHeader>
      {why !== undefined && (
        <Alert color="yellow" p="xs" role="status" icon={<IconHourglass />}>
          {why}
        </Alert>
      )}
    </>
  )
}

function Origin({ campaign: { template, version, sender, at } }: { campaign: CampaignDetail }): ReactNode {
  const { moment, number } = useFormats()
  const [latest, when] = [number(version), moment(at)]
  const account = <PhoneText phone={maskAccount(sender)} />
  return (
    <Trans>
      <bdi>{template}</bdi>, version {latest} · from {account} · {when}
    </Trans>
  )
}

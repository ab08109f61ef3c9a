import { useState, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconRefresh, IconSend } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { CallError, CampaignReview, Input } from '../../engine/calls.ts'
import { CallErrorText } from '../kit/call-error.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useRun } from '../kit/use-run.tsx'
import { SettingsSection } from '../workspace/settings-section.tsx'
import { useCampaignDraft } from './campaign-draft.tsx'
import { SenderChoice } from './sender-choice.tsx'

interface Props {
  readonly plan: Input<'campaigns.review'>
  readonly review: CampaignReview
}

/** Name, account, and the one button that sends; it names how many people. */
export function StartCampaign({ plan, review }: Props): ReactNode {
  const { draft, change } = useCampaignDraft()
  const suggested = useSuggestedName(draft.message?.name ?? '')
  const name = draft.name ?? suggested
  const { start, busy, refused } = useStart(plan, review)
  return (
    <SettingsSection title={<Trans>Send it</Trans>}>
      <Stack align="start">
        <TextInput
          label={<Trans>Name of the campaign</Trans>}
          description={<Trans>Only you see it</Trans>}
          value={name}
          onChange={(event) => {
            change({ name: event.currentTarget.value })
          }}
          maxLength={120}
          dir="auto"
          w="100%"
          maw={480}
        />
        <SenderChoice review={review} />
        {refused && <Refused error={refused} />}
        <Button
          size="md"
          leftSection={<IconSend size={18} />}
          loading={busy}
          disabled={review.included === 0 || review.sender === null || name.trim() === ''}
          onClick={() => void start(name.trim())}
        >
          <Plural value={review.included} one="Send to # person" other="Send to # people" />
        </Button>
      </Stack>
    </SettingsSection>
  )
}

function useSuggestedName(template: string): string {
  const { date } = useFormats()
  // eslint-disable-next-line react-hooks/purity -- the day somebody looks at it is the day it is named for
  return `${template} · ${date(Date.now())}`.slice(0, 120)
}

interface Start {
  readonly start: (name: string) => Promise<void>
  readonly busy: boolean
  readonly refused: CallError | undefined
}

/** Starts exactly what the review shows; the engine refuses if that is no longer so. */
function useStart(plan: Input<'campaigns.review'>, { recipients, included }: CampaignReview): Start {
  const run = useRun()
  const [, navigate] = useLocation()
  const { startAnew } = useCampaignDraft()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<CallError>()
  async function start(name: string): Promise<void> {
    setBusy(true)
    setRefused(undefined)
    const started = await run('campaigns.start', { ...plan, name, expected: { recipients, included } }, setRefused)
    setBusy(false)
    if (!started) return
    navigate(`/campaigns/${started.campaignId}`)
    startAnew()
  }
  return { start, busy, refused }
}

function Refused({ error }: { error: CallError }): ReactNode {
  if (error.reason !== 'review-changed')
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={<Trans>Not started</Trans>}>
        <CallErrorText error={error} />
      </Alert>
    )
  return (
    <Alert color="yellow" role="alert" icon={<IconRefresh />} title={<Trans>The numbers have changed</Trans>}>
      <Plural
        value={error.included}
        one="Contacts were changed while you looked. Now # person would get it. Nothing was sent; look again, then send."
        other="Contacts were changed while you looked. Now # people would get it. Nothing was sent; look again, then send."
      />
    </Alert>
  )
}

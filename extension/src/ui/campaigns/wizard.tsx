import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Stepper } from '@mantine/core'
import { AudienceStep } from './audience-step.tsx'
import {
  planOf,
  stepAfter,
  stepBefore,
  STEPS,
  useCampaignDraft,
  type CampaignDraft,
  type Step,
} from './campaign-draft.tsx'
import { MessageStep } from './message-step.tsx'
import { PaceStep } from './pace-step.tsx'
import { ReviewStep } from './review-step.tsx'

/** Audience, message, pace, review: one at a time, each reachable again. */
export function Wizard(): ReactNode {
  const { draft, change } = useCampaignDraft()
  const ready = draft.message !== undefined
  return (
    <Stack gap="lg">
      <Stepper
        size="sm"
        active={STEPS.indexOf(draft.step)}
        onStepClick={(at) => {
          const step = STEPS[at]
          if (step !== undefined) change({ step })
        }}
      >
        <Stepper.Step label={<Trans>Audience</Trans>} />
        <Stepper.Step label={<Trans>Message</Trans>} />
        <Stepper.Step label={<Trans>When and how fast</Trans>} allowStepSelect={ready} />
        <Stepper.Step label={<Trans>Review</Trans>} allowStepSelect={ready} />
      </Stepper>
      <StepBody draft={draft} />
      <Steps step={draft.step} mayGoOn={draft.step === 'audience' || ready} />
    </Stack>
  )
}

function StepBody({ draft }: { draft: CampaignDraft }): ReactNode {
  const plan = planOf(draft)
  switch (draft.step) {
    case 'audience':
      return <AudienceStep />
    case 'message':
      return <MessageStep />
    case 'pace':
      return plan && <PaceStep plan={plan} />
    case 'review':
      return plan && <ReviewStep plan={plan} />
  }
}

/** The review has a button of its own. */
function Steps({ step, mayGoOn }: { step: Step; mayGoOn: boolean }): ReactNode {
  const { change } = useCampaignDraft()
  return (
    <Group>
      {step !== 'audience' && (
        <Button
          variant="default"
          onClick={() => {
            change({ step: stepBefore(step) })
          }}
        >
          <Trans>Back</Trans>
        </Button>
      )}
      {step !== 'review' && (
        <Button
          disabled={!mayGoOn}
          onClick={() => {
            change({ step: stepAfter(step) })
          }}
        >
          <Trans>Next</Trans>
        </Button>
      )}
    </Group>
  )
}

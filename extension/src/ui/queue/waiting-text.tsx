import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import type { Waiting } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { WAIT_WORDS } from './queue-words.tsx'

/** "Waiting for business hours, until Monday 09:00". */
export function WaitingText({ waiting }: { waiting: Waiting }): ReactNode {
  const { i18n } = useLingui()
  const { until } = useFormats()
  const reason = i18n._(WAIT_WORDS[waiting.reason])
  const missing = waiting.missing?.join(', ') ?? ''
  if (missing !== '')
    return (
      <>
        {reason}: <bdi dir="ltr">{missing}</bdi>
      </>
    )
  if (waiting.until === undefined || waiting.reason === 'spacing') return reason
  const time = until(waiting.until)
  return (
    <Trans>
      {reason}, until {time}
    </Trans>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { RenderProblem } from '@parley/shared/templates'
import { CodeText } from './code-text.tsx'

/** Why one contact would get no message of a template that is sound in itself. */
export function RenderProblemText({ problem }: { problem: RenderProblem }): ReactNode {
  switch (problem.code) {
    case 'missing-value':
      return (
        <Trans>
          This contact has no <CodeText>{problem.name}</CodeText> and the text gives no default: the contact would be
          left out.
        </Trans>
      )
    case 'empty':
      return <Trans>Nothing is left of the text for this contact, who would be left out.</Trans>
    case 'too-long':
      return <Trans>For this contact the message is longer than WhatsApp takes.</Trans>
    case 'not-money':
      return <Trans>What this contact has there is no amount of money.</Trans>
    case 'not-a-date':
      return <Trans>What this contact has there is no date.</Trans>
    default:
      return <Trans>This template cannot be filled.</Trans>
  }
}

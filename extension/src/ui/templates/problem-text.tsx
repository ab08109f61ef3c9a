import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { DATE_STYLES, type TemplateProblem } from '@parley/shared/templates'
import { useFormats } from '../kit/use-formats.ts'
import { CodeText } from './code-text.tsx'

/** What is wrong and what to do about it, without its place. */
export function ProblemText({ problem }: { problem: TemplateProblem }): ReactNode {
  switch (problem.code) {
    case 'unknown-variable':
      return <Unknown kind="variable" {...problem} />
    case 'unknown-filter':
      return <Unknown kind="filter" {...problem} />
    case 'missing-default':
      return (
        <Trans>
          Contacts without <CodeText>{problem.name}</CodeText> would be left out.
        </Trans>
      )
    case 'bad-argument':
      return <BadArgument filter={problem.name} />
    case 'forbidden-tag':
      return (
        <Trans>
          <CodeText>{problem.name}</CodeText> cannot be used in a message.
        </Trans>
      )
    case 'too-long':
      return <TooLong limit={problem.limit} />
    case 'empty':
      return <Trans>The text is empty.</Trans>
    default:
      return <Trans>This tag is not finished, or not one that templates know.</Trans>
  }
}

interface UnknownProps {
  readonly kind: 'variable' | 'filter'
  readonly name: string
  readonly suggestion?: string
}

function Unknown({ kind, name, suggestion }: UnknownProps): ReactNode {
  return (
    <>
      {kind === 'variable' ? (
        <Trans>
          No field is called <CodeText>{name}</CodeText>.
        </Trans>
      ) : (
        <Trans>
          No filter is called <CodeText>{name}</CodeText>.
        </Trans>
      )}
      {suggestion !== undefined && (
        <>
          {' '}
          <Trans>
            Did you mean <CodeText>{suggestion}</CodeText>?
          </Trans>
        </>
      )}
    </>
  )
}

function BadArgument({ filter }: { filter: string }): ReactNode {
  const { list } = useFormats()
  if (filter === 'money')
    return (
      <Trans>
        Money needs a currency, such as <CodeText>money: "EUR"</CodeText>.
      </Trans>
    )
  const styles = list(Object.keys(DATE_STYLES))
  if (filter === 'date') return <Trans>A date can be written as {styles}.</Trans>
  return (
    <Trans>
      A default needs a text, such as <CodeText>default: "…"</CodeText>.
    </Trans>
  )
}

function TooLong({ limit }: { limit: number }): ReactNode {
  const { number } = useFormats()
  const most = number(limit)
  return <Trans>The text is longer than the {most} characters WhatsApp takes.</Trans>
}

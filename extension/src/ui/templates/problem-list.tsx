import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { TemplateProblem } from '@parley/shared/templates'
import { ProblemText } from './problem-text.tsx'
import styles from './templates.module.css'

interface Props {
  readonly id: string
  readonly problems: readonly TemplateProblem[]
  /** Moves the caret there. */
  readonly onGo: (problem: TemplateProblem) => void
  readonly onFix: (problem: TemplateProblem) => void
}

/** What the check found, each with its place and, where one is plain, its remedy. */
export function ProblemList({ id, problems, onGo, onFix }: Props): ReactNode {
  const shown = problems.filter(({ code }) => code !== 'empty')
  return (
    <div id={id} role="status">
      {shown.length > 0 && (
        <>
          <Text size="xs" c="dimmed" data-numbers>
            <Plural value={shown.length} one="# problem" other="# problems" />
          </Text>
          <ul className={styles.problems}>
            {shown.map((problem, at) => (
              <Problem key={at} problem={problem} onGo={onGo} onFix={onFix} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Problem({ problem, onGo, onFix }: Omit<Props, 'id' | 'problems'> & { problem: TemplateProblem }): ReactNode {
  const { line, column } = problem
  const isWarning = problem.code === 'missing-default'
  return (
    <li>
      <Group wrap="nowrap" gap="xs" align="center">
        <UnstyledButton
          className={styles.problem}
          onClick={() => {
            onGo(problem)
          }}
        >
          {isWarning ? (
            <IconAlertTriangle size={16} color="var(--mantine-color-yellow-text)" aria-hidden />
          ) : (
            <IconAlertCircle size={16} color="var(--mantine-color-red-text)" aria-hidden />
          )}
          <span>
            <Text span c="dimmed" data-numbers>
              <Trans>
                Line {line}, column {column}
              </Trans>
            </Text>
            {' · '}
            <ProblemText problem={problem} />
          </span>
        </UnstyledButton>
        <FixButton problem={problem} onFix={onFix} />
      </Group>
    </li>
  )
}

function FixButton({ problem, onFix }: Pick<Props, 'onFix'> & { problem: TemplateProblem }): ReactNode {
  const suggestion = 'suggestion' in problem ? problem.suggestion : undefined
  if (suggestion === undefined && problem.code !== 'missing-default') return null
  return (
    <Button
      variant="default"
      size="compact-xs"
      flex="none"
      onClick={() => {
        onFix(problem)
      }}
    >
      {suggestion === undefined ? (
        <Trans>Add a default</Trans>
      ) : (
        // One child: a button's label drops the space between two.
        <span>
          <Trans>
            Use <bdi>{suggestion}</bdi>
          </Trans>
        </span>
      )}
    </Button>
  )
}

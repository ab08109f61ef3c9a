import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useRun } from '../kit/use-run.tsx'
import styles from './templates.module.css'

interface Props {
  readonly id: string
  readonly name: string
  /** Just made: the name is selected, ready to be typed over. */
  readonly fresh: boolean
}

/** The template's name, edited where it stands: leaving it or Enter saves, Escape takes the change back. */
export function TemplateName({ id, name, fresh }: Props): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string>()
  useEffect(() => {
    if (fresh) input.current?.select()
  }, [fresh])
  async function save(): Promise<void> {
    const next = draft?.trim() ?? ''
    if (next === '' || next === name || (await run('templates.edit', { id, name: next }))) setDraft(undefined)
  }
  return (
    <TextInput
      ref={input}
      variant="unstyled"
      classNames={{ input: styles.name ?? '' }}
      flex={1}
      miw={0}
      aria-label={t`Name of the template`}
      maxLength={120}
      dir="auto"
      value={draft ?? name}
      onChange={(event) => {
        setDraft(event.currentTarget.value)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}

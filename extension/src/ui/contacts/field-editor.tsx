import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Textarea } from '@mantine/core'
import { isPhoneField } from './phone-field.ts'
import styles from './field-editor.module.css'

interface Props {
  readonly field: string
  readonly label: string
  readonly value: string
  /** Resolves to undefined when the engine refused; then the draft stays for the person to correct. */
  readonly onSave: (value: string) => Promise<unknown>
}

/** One value edited in place: leaving it or Enter saves, Escape takes the draft back. */
export function FieldEditor({ field, label, value, onSave }: Props): ReactNode {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  async function save(): Promise<void> {
    const next = draft?.trim()
    if (next === undefined || next === value) setDraft(undefined)
    else if ((await onSave(next)) !== undefined) setDraft(undefined)
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      event.currentTarget.blur()
    }
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation()
      setDraft(undefined)
    }
  }
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        <bdi>{label}</bdi>
      </label>
      <Textarea
        id={id}
        autosize
        minRows={1}
        maxRows={8}
        dir={isPhoneField(field) ? 'ltr' : 'auto'}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
        }}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

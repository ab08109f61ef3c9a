import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { bodyEdit, TEXT_LIMIT, type TemplateProblem } from '@parley/shared/templates'
import styles from './body-editor.module.css'
import { marksOf } from './places.ts'

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly problems: readonly TemplateProblem[]
  readonly describedBy: string
  readonly onType: (text: string) => void
}

/**
 * The text of a template. A copy of it lies behind the field in the same place and font; it draws the tints and
 * underlines, and makes the field as high as its text.
 */
export function BodyEditor({ field, text, problems, describedBy, onType }: Props): ReactNode {
  const id = useId()
  const type = useKeptCaret(field, text, onType)
  const wrong = problems.some(({ code }) => code !== 'missing-default' && code !== 'empty')
  return (
    <div>
      <Text component="label" htmlFor={id} fw={500}>
        <Trans>Text of the message</Trans>
      </Text>
      <div className={styles.field}>
        <div className={styles.copy} dir="auto" aria-hidden>
          {marksOf(text, problems).map(({ text: stretch, kind }, at) => (
            <span key={at} data-kind={kind}>
              {stretch}
            </span>
          ))}
          {/* A line feed at the very end has no line of its own without something behind it. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          ref={field}
          className={styles.input}
          dir="auto"
          value={text}
          maxLength={TEXT_LIMIT}
          aria-invalid={wrong}
          aria-describedby={describedBy}
          onChange={(event) => {
            type(event.currentTarget.value)
          }}
        />
      </div>
    </div>
  )
}

/** Others' words change the field's value, which would put the caret at its end: it stays with its letter instead. */
function useKeptCaret(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onType: (text: string) => void,
): (text: string) => void {
  const typed = useRef(text)
  const caret = useRef(0)
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return undefined
    if (typed.current !== text && document.activeElement === element) {
      const { at, remove, insert } = bodyEdit(typed.current, text)
      const moved = caret.current >= at + remove ? caret.current + insert.length - remove : caret.current
      element.setSelectionRange(moved, moved)
    }
    typed.current = text
    const remember = (): void => {
      caret.current = element.selectionStart
    }
    document.addEventListener('selectionchange', remember)
    return () => {
      document.removeEventListener('selectionchange', remember)
    }
  }, [field, text])
  return (next) => {
    typed.current = next
    onType(next)
  }
}

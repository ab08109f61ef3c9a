import type { ReactNode } from 'react'
import { Plural } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import styles from './message-bubble.module.css'
import { styledText, type Styled } from './whatsapp-text.ts'

type Props = { readonly text: string; readonly note?: never } | { readonly text?: never; readonly note: ReactNode }

/** A message as it would stand in the chat, or why there is none. */
export function MessageBubble({ text, note }: Props): ReactNode {
  return (
    <div>
      <div className={styles.wall}>
        <div className={styles.bubble} data-note={text === undefined || undefined} dir="auto">
          {text === undefined ? note : styledText(text).map((part, at) => <Part key={at} part={part} />)}
        </div>
      </div>
      {text !== undefined && (
        <Text size="xs" c="dimmed" mt={4} ta="end" data-numbers>
          <Plural value={text.length} one="# character" other="# characters" />
        </Text>
      )}
    </div>
  )
}

const ELEMENTS = { plain: 'span', bold: 'strong', italic: 'em', struck: 's', code: 'code' } as const

function Part({ part: { style, text } }: { part: Styled }): ReactNode {
  const Element = ELEMENTS[style]
  return <Element>{text}</Element>
}

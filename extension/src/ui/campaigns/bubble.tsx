import type { ReactNode } from 'react'
import styles from './bubble.module.css'

/** One message as it will be read, in its own direction. */
export function Bubble({ text }: { text: string }): ReactNode {
  return (
    <div className={styles.bubble} dir="auto">
      {text}
    </div>
  )
}

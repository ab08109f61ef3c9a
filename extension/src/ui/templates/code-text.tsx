import type { ReactNode } from 'react'
import { Code } from '@mantine/core'

/** A word of the template language inside a sentence; it reads left to right in every language. */
export function CodeText({ children }: { children: ReactNode }): ReactNode {
  return (
    <Code dir="ltr" style={{ unicodeBidi: 'isolate' }}>
      {children}
    </Code>
  )
}

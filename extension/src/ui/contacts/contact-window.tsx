import type { ReactNode } from 'react'
import type { ContactRow } from '../../engine/calls.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import type { ContactQuery } from './contact-filter.tsx'
import { WINDOW_ROWS, type Window } from './windows.ts'

interface Props {
  readonly window: Window
  readonly query: ContactQuery
  readonly children: (contact: ContactRow, index: number) => ReactNode
}

/** The rows on screen of one window of the list; while the engine answers, their place stays empty. */
export function ContactWindow({ window, query, children }: Props): ReactNode {
  const start = window.index * WINDOW_ROWS
  const page = useKept(useQuery('contacts.page', { ...query, offset: start, limit: WINDOW_ROWS }))
  if (page.state !== 'ready') return null
  return page.value.rows
    .slice(window.from - start, window.to - start)
    .map((contact, at) => children(contact, window.from + at))
}

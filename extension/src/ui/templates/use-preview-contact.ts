import { useMemo } from 'react'
import type { TemplateVariable } from '@parley/shared/templates'
import type { ContactValues } from '../../engine/calls.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { emptiest } from './emptiest.ts'

/** Among how many contacts the worst case is looked for: as many as one question to the engine takes. */
const SAMPLE = 50

/** The contact to preview with: the one chosen, else the first of the list; 'worst' is the emptiest of the first 50. */
export function usePreviewContact(
  chosen: string | undefined,
  variables: readonly TemplateVariable[],
): ContactValues | undefined {
  const first = useQuery('contacts.page', { limit: SAMPLE })
  const sample = useMemo(() => (first.state === 'ready' ? first.value.rows.map(({ id }) => id) : []), [first])
  const wanted = chosen === 'worst' ? sample : [chosen ?? sample[0]].filter((id) => id !== undefined)
  const found = useKept(useQuery('templates.values', { contactIds: wanted }))
  if (found.state !== 'ready') return undefined
  return chosen === 'worst' ? emptiest(found.value, variables) : found.value[0]
}

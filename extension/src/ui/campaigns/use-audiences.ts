import { useFormats } from '../kit/use-formats.ts'
import { useQuery } from '../kit/use-query.ts'

/** A tag or an import somebody may write to. */
export interface Choice {
  readonly value: string
  readonly name: string
  readonly count: number
}

const LOOKED_AT = 200

/** Tags that some contact carries, the largest first. */
export function useTags(): Choice[] {
  const tags = useQuery('contacts.tags', {})
  if (tags.state !== 'ready') return []
  const used = tags.value.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  return used.map(({ id, name, count }) => ({ value: id, name, count }))
}

/** Imports that stand, the latest first. */
export function useImports(): Choice[] {
  const { moment } = useFormats()
  const operations = useQuery('operations.recent', { limit: LOOKED_AT })
  if (operations.state !== 'ready') return []
  const imports = operations.value.filter(({ kind, undoneBy }) => kind === 'import' && undoneBy === null)
  return imports.map(({ opId, label, at, created, changed }) => ({
    value: opId,
    name: `${label} · ${moment(at)}`,
    count: created + changed,
  }))
}

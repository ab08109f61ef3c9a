import { newFieldId, ruleDoc, type OpId, type Random, type WorkspaceId } from '@parley/shared/ids'
import { customNames, normaliseHeader, type Mapping, type Target } from '@parley/shared/contacts'
import { readFields, setFieldName } from '@parley/shared/workspace'
import type { Work } from '../../store/index.ts'

/** The mapping with an id for every field it wants made; a field of that name is used again. */
export async function ensureFields(
  work: Work,
  workspace: WorkspaceId,
  mapping: Mapping,
  opId: OpId,
  random: Random,
): Promise<Mapping> {
  const names = customNames(mapping)
  if (names.length === 0) return mapping
  const targets = await work.edit(ruleDoc(workspace), (rule) => {
    const known = new Map(readFields(rule).map(({ id, name }) => [normaliseHeader(name), id]))
    return new Map<Target, Target>(
      names.map((name) => {
        const id = known.get(normaliseHeader(name)) ?? newFieldId(random)
        if (!known.has(normaliseHeader(name))) setFieldName(rule, id, name, opId)
        known.set(normaliseHeader(name), id)
        return [`custom:${name}`, `field:${id}`]
      }),
    )
  })
  const made = (target: Target | undefined): Target => {
    const custom: Target = target?.startsWith('custom:') ? `custom:${target.slice(7).trim()}` : 'ignore'
    return targets.get(custom) ?? target ?? 'ignore'
  }
  return Object.fromEntries(Object.entries(mapping).map(([column, target]) => [column, made(target)]))
}

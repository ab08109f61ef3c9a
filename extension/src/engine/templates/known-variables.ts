import type * as Y from 'yjs'
import { variableNames, type VariableNames } from '@parley/shared/contacts'
import { readFields } from '@parley/shared/workspace'

/** What templates of this workspace may ask for; `rule` is its rule document. */
export function knownVariables(rule: Y.Map<unknown>): VariableNames {
  return variableNames(readFields(rule))
}

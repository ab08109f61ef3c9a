import { consentDoc, workDoc, type DocName } from '@parley/shared/ids'
import { contactDocs, type Layout } from '../../workspace/index.ts'

const CONSENT_DOCS = 16

/** The documents every chunk of an import may write to: reading them again for each would be most of the work. */
export function pinnedDocs(layout: Layout): DocName[] {
  const { workspace } = layout
  const consent = Array.from({ length: CONSENT_DOCS }, (_, shard) => consentDoc(workspace, shard))
  return [workDoc(workspace), ...contactDocs(layout), ...consent]
}

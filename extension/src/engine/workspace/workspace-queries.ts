import { ruleDoc, workDoc } from '@parley/shared/ids'
import { readFields, readPolicy, readTags } from '@parley/shared/workspace'
import type { QueryHandlers } from '../calls/handlers.ts'
import type { Store } from '../store/index.ts'
import type { CurrentWorkspace } from './current-workspace.ts'

export function workspaceQueries(store: Store, current: CurrentWorkspace): Pick<QueryHandlers, 'workspace.state'> {
  return {
    'workspace.state': {
      async run() {
        if (!current.layout) return { kind: 'none' }
        const { workspace } = current.layout
        const { policy, fields } = await store.read(ruleDoc(workspace), (rule) => ({
          policy: readPolicy(rule),
          fields: readFields(rule),
        }))
        if (!policy) return { kind: 'none' }
        const tags = await store.read(workDoc(workspace), readTags)
        return { kind: 'local', id: workspace, ...policy, fields, tags }
      },
      watch(changed) {
        const stops = [
          current.onEnter(changed),
          store.onCommit((touched) => {
            if (touched.some(({ doc }) => doc.startsWith('w/'))) changed()
          }),
        ]
        return () => {
          for (const stop of stops) stop()
        }
      },
    },
  }
}

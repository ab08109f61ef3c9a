import { ruleDoc } from '@parley/shared/ids'
import { readPacing, setPacing } from '@parley/shared/queue'
import { acknowledgeNotice, readNotice } from '@parley/shared/workspace'
import type { CommandHandlers, QueryHandlers } from '../calls/handlers.ts'
import type { Store } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'

export function policyCommands(
  current: CurrentWorkspace,
): Pick<CommandHandlers, 'policy.setPacing' | 'notice.acknowledge'> {
  return {
    async 'policy.setPacing'(work, { hours, ...policy }) {
      const said = { opId: work.opId, at: work.now, by: work.actor }
      await work.edit(ruleDoc(current.require().workspace), (rule) => {
        setPacing(rule, { ...policy, hours }, said)
      })
      return null
    },
    async 'notice.acknowledge'(work) {
      await work.edit(ruleDoc(current.require().workspace), (rule) => {
        acknowledgeNotice(rule, { at: work.now, by: work.actor }, work.opId)
      })
      return null
    },
  }
}

export function policyQueries(
  store: Store,
  current: CurrentWorkspace,
): Pick<QueryHandlers, 'policy.pacing' | 'notice.state'> {
  const watch = (changed: () => void): (() => void) => watchRule(store, current, changed)
  return {
    'policy.pacing': {
      async run() {
        const { policy, changed } = await store.read(ruleDoc(current.require().workspace), readPacing)
        return {
          policy,
          isDefault: changed === undefined,
          changedAt: changed?.at ?? null,
          changedBy: changed?.by ?? null,
        }
      },
      watch,
    },
    'notice.state': {
      run: async () => ({
        acknowledged: (await store.read(ruleDoc(current.require().workspace), readNotice)) ?? null,
      }),
      watch,
    },
  }
}

function watchRule(store: Store, current: CurrentWorkspace, changed: () => void): () => void {
  const stopCommits = store.onCommit((touched) => {
    if (touched.some(({ doc }) => doc.startsWith('w/') && doc.endsWith('/rule'))) changed()
  })
  const stopEnter = current.onEnter(changed)
  return () => {
    stopCommits()
    stopEnter()
  }
}

import { defineBackground } from '#imports'
import { listenForCalls } from '../engine/calls/listen.ts'
import { wireImport } from '../engine/contacts/import/index.ts'
import { lazily, openEngine } from '../engine/open-engine.ts'
import { startPages } from '../engine/page/index.ts'
import { keepAwake, wireQueueAlarm, type RunnerRoom } from '../engine/queue/index.ts'

export default defineBackground({
  type: 'module',
  main() {
    const watchers = new Set<() => void>()
    const pages = startPages({
      onChange: () => {
        for (const changed of watchers) changed()
        tellQueue((queue) => {
          queue.pagesChanged()
        })
      },
      onEvent: (tab, event) => {
        tellQueue((queue) => queue.heard(tab, event))
      },
    })
    const engine = lazily(() =>
      openEngine({
        pages,
        awake: keepAwake(pages),
        senders: {
          senders: pages.senders,
          onChange: (changed) => {
            watchers.add(changed)
            return () => watchers.delete(changed)
          },
        },
      }),
    )
    // A store that cannot open is told to callers; what a page said is then asked for again when it can.
    function tellQueue(tell: (queue: RunnerRoom) => Promise<void> | void): void {
      void engine()
        .then(({ queue }) => tell(queue))
        .catch(() => undefined)
    }
    listenForCalls(engine)
    wireQueueAlarm(() => {
      tellQueue((queue) => {
        queue.wake()
      })
    })
    wireImport(async () => (await engine()).importer)
    // An import that the last engine left goes on, its alarm is set again; a store that cannot open is told to callers.
    void engine()
      .then(({ importer }) => importer.resume())
      .catch(() => undefined)
  },
})

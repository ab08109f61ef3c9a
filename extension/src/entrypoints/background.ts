import { defineBackground } from '#imports'
import { listenForCalls } from '../engine/calls/listen.ts'
import { wireImport } from '../engine/contacts/import/index.ts'
import { lazily, openEngine } from '../engine/open-engine.ts'
import { startPages } from '../engine/page/index.ts'

export default defineBackground({
  type: 'module',
  main() {
    const watchers = new Set<() => void>()
    const pages = startPages({
      onChange: () => {
        for (const changed of watchers) changed()
      },
    })
    const engine = lazily(() =>
      openEngine({
        senders: pages.senders,
        onChange: (changed) => {
          watchers.add(changed)
          return () => watchers.delete(changed)
        },
      }),
    )
    listenForCalls(engine)
    wireImport(async () => (await engine()).importer)
    // An import that the last engine left goes on, its alarm is set again; a store that cannot open is told to callers.
    void engine()
      .then(({ importer }) => importer.resume())
      .catch(() => undefined)
  },
})

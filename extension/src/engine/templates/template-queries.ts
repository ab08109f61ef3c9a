import { draftsDoc, ruleDoc, versionsDoc, asTemplateId } from '@parley/shared/ids'
import { latestVersions, listDrafts, listVersions, readDraft } from '@parley/shared/templates'
import type { QueryHandlers } from '../calls/handlers.ts'
import type { Store } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import { contactValues } from './contact-values.ts'
import { knownVariables } from './known-variables.ts'
import { shownDetail, shownInList } from './shown.ts'

type TemplateQuery = 'templates.list' | 'templates.one' | 'templates.variables' | 'templates.values'

export function templateQueries(store: Store, current: CurrentWorkspace): Pick<QueryHandlers, TemplateQuery> {
  /** Watches documents by how their names begin. */
  function watchDocs(...prefixes: string[]): (changed: () => void) => () => void {
    return (changed) =>
      store.onCommit((touched) => {
        if (touched.some(({ doc }) => prefixes.some((prefix) => doc.startsWith(prefix)))) changed()
      })
  }
  return {
    'templates.list': {
      async run({ archived }) {
        const { workspace } = current.require()
        const latest = await store.read(versionsDoc(workspace), latestVersions)
        const drafts = await store.read(draftsDoc(workspace), listDrafts)
        return drafts
          .filter((draft) => draft.archived === archived)
          .map((draft) => shownInList(draft, latest.get(draft.id)))
      },
      watch: watchDocs('t/', 'v/'),
    },
    'templates.one': {
      async run({ id: text }) {
        const { workspace } = current.require()
        const id = asTemplateId(text)
        if (!id) return null
        const known = await store.read(ruleDoc(workspace), knownVariables)
        const versions = await store.read(versionsDoc(workspace), (m) => listVersions(m, id))
        // Last, so that an editor never hears an older body after the answer to its own save.
        const draft = await store.read(draftsDoc(workspace), (m) => readDraft(m, id))
        return draft ? shownDetail(draft, versions, known.keys()) : null
      },
      watch: watchDocs('t/', 'v/', 'w/'),
    },
    'templates.variables': {
      async run() {
        const known = await store.read(ruleDoc(current.require().workspace), knownVariables)
        return [...known].map(([name, fieldId]) => ({ name, fieldId }))
      },
      watch: watchDocs('w/'),
    },
    'templates.values': {
      run: ({ contactIds }) => contactValues(store, current.require(), contactIds),
      watch: watchDocs('c/', 'w/'),
    },
  }
}

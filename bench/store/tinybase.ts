import { createIndexes, createStore } from 'tinybase'
import { createIndexedDbPersister } from 'tinybase/persisters/persister-indexed-db'
import type { Subject } from './subject.ts'

/** TinyBase with its IndexedDB persister and an index by tag, sorted by name. */
export function openTinybase(): Promise<Subject> {
  const store = createStore()
  const persister = createIndexedDbPersister(store, 'bench-tinybase')
  const indexes = createIndexes(store)
  indexes.setIndexDefinition('byTag', 'contacts', 'tag', 'fullName')
  const name = (id: string): string => store.getCell('contacts', id, 'fullName') as string
  return Promise.resolve({
    async store(contacts) {
      store.transaction(() => {
        for (const { id, ...row } of contacts) store.setRow('contacts', id, row)
      })
      await persister.save()
    },
    search(text) {
      const found: string[] = []
      for (const id of store.getRowIds('contacts')) {
        if (found.length === 50) break
        if (name(id).toLowerCase().includes(text)) found.push(name(id))
      }
      return Promise.resolve(found)
    },
    tagPage: (tag) => Promise.resolve(indexes.getSliceRowIds('byTag', tag).slice(0, 50).map(name)),
  })
}

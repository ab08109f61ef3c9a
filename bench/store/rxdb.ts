import { createRxDatabase, type RxCollection } from 'rxdb'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import type { BenchContact } from '../frame/contacts.ts'
import type { Subject } from './subject.ts'

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 16 },
    fullName: { type: 'string', maxLength: 120 },
    phone: { type: 'string', maxLength: 20 },
    email: { type: 'string' },
    company: { type: 'string' },
    city: { type: 'string' },
    notes: { type: 'string' },
    tag: { type: 'string', maxLength: 20 },
  },
  required: ['id', 'fullName', 'phone', 'tag'],
  indexes: ['fullName', ['tag', 'fullName']],
} as const

/** RxDB as its documentation sets it up, with the index its query planner needs for the tag page. */
export async function openRxdb(): Promise<Subject> {
  const database = await createRxDatabase({ name: 'bench-rxdb', storage: getRxStorageDexie() })
  const added = await database.addCollections({ contacts: { schema } })
  const collection = added.contacts as unknown as RxCollection<BenchContact>
  return {
    async store(contacts) {
      for (let from = 0; from < contacts.length; from += 5_000)
        await collection.bulkInsert(contacts.slice(from, from + 5_000))
    },
    async search(text) {
      const found = await collection.find({ selector: { fullName: { $regex: text, $options: 'i' } }, limit: 50 }).exec()
      return found.map(({ fullName }) => fullName)
    },
    async tagPage(tag) {
      const found = await collection.find({ selector: { tag }, sort: [{ fullName: 'asc' }], limit: 50 }).exec()
      return found.map(({ fullName }) => fullName)
    },
  }
}

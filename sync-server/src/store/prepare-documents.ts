import { newOpId, type Random } from '@parley/shared/ids'
import { DOCUMENTS } from './documents-schema.ts'
import { openDatabase } from './open-database.ts'

/** Makes the documents' database and its epoch if they are not there, so reader and log worker find them. */
export function prepareDocuments(file: string, random: Random): void {
  const db = openDatabase(file, DOCUMENTS)
  db.prepare("INSERT INTO meta (key, value) VALUES ('epoch', ?) ON CONFLICT DO NOTHING").run(newOpId(random))
  db.close()
}

import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { DocumentReader } from '../store/document-reader.ts'
import type { UpdateLog } from '../store/update-log.ts'
import { writerOf } from './context.ts'

/** After the snapshot: what the log holds beyond it. From here on every update goes to the log. */
export function replayLog(document: Document, reader: DocumentReader, log: UpdateLog): void {
  document.transact(() => {
    for (const update of reader.log(document.name)) Y.applyUpdate(document, update)
  })
  document.on('update', (update: Uint8Array, origin: unknown) => log.append(document.name, writerOf(origin), update))
}

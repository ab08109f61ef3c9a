import * as Y from 'yjs'
import type { DocRef } from '../ids/index.ts'
import { checkAppendOnly } from './append-only.ts'
import { checkFlatMap } from './flat-map.ts'
import { hasGap } from './gap.ts'
import { isAppendOnly } from './key-names.ts'
import {
  MAX_LIVE_UPDATE,
  MAX_NEW_CLIENTS_LIVE,
  MAX_NEW_CLIENTS_WHOLE,
  MAX_STRUCT_LENGTH,
  MAX_WHOLE_DOCUMENT,
} from './limits.ts'
import type { Refusal } from './reasons.ts'
import { newStructs, takeApart } from './update-parts.ts'

/** `live` is one edit; `whole` is a handshake's answer or an upload, as large as the document. */
export type UpdateSize = 'live' | 'whole'

/**
 * Whether an update from outside may be applied to this document now. Judged against the live item store, because an
 * update does not name the key of an overwrite; apply it in the same turn, or the judgement is about another document.
 */
export function checkUpdate(doc: Y.Doc, ref: DocRef, update: Uint8Array, size: UpdateSize): Refusal | undefined {
  if (update.byteLength > (size === 'live' ? MAX_LIVE_UPDATE : MAX_WHOLE_DOCUMENT)) return 'refused-size'
  const parts = takeApart(update)
  if (!parts) return 'refused-malformed'
  const fresh = newStructs(doc, parts)
  if (!modest(doc, fresh, size)) return 'refused-size'
  if (hasGap(doc, parts)) return 'gap'
  if (ref.kind === 'drafts') return undefined
  const wrong = checkFlatMap(ref.kind, fresh)
  if (wrong || !isAppendOnly(ref.kind)) return wrong
  return checkAppendOnly(doc, ref.kind, fresh as Y.Item[], parts.deleted)
}

function modest(doc: Y.Doc, fresh: readonly { id: Y.ID; length: number }[], size: UpdateSize): boolean {
  const clients = new Set(fresh.map(({ id }) => id.client).filter((client) => !doc.store.clients.has(client)))
  const cap = size === 'live' ? MAX_NEW_CLIENTS_LIVE : MAX_NEW_CLIENTS_WHOLE
  return clients.size <= cap && fresh.every(({ length }) => length <= MAX_STRUCT_LENGTH)
}

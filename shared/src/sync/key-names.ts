import { parseConsentKey, parseContactKey, parseHistoryKey } from '../contacts/index.ts'
import type { DocRef } from '../ids/index.ts'

const FACT = '[1-9]\\d{0,5}\\.[1-9]\\d{0,8}\\.(reserved|dispatching|sent|delivered|read|played|failed|uncertain)'
const MEMBER = '[0-9A-Za-z]{16}'
const QUEUE_KEY = new RegExp(`^[0-9A-Za-z]{22}(~(${FACT}|[1-9]\\d{0,5}\\.decided\\.${MEMBER}|stop\\.${MEMBER}|end))?$`)
const RECEIPT = /\.(sent|delivered|read|played)$/
const VERSION_KEY = /^[0-9A-Za-z]{8}\.[1-9]\d{0,8}$/
/** Ids and fixed words: no room here for a word a person typed with spaces, and none long enough to hold a text. */
const SHEET_KEY = /^[0-9A-Za-z][0-9A-Za-z/~._-]{0,119}$/

/** The documents that are one flat map; drafts are nested. */
export type FlatKind = Exclude<DocRef['kind'], 'drafts'>

/** Whether a document of this kind may hold a key of this name. Names outlive deletion, so they hold ids only. */
export function fitsDocument(kind: FlatKind, key: string): boolean {
  switch (kind) {
    case 'contacts':
      return parseContactKey(key) !== undefined
    case 'consent':
      return parseConsentKey(key) !== undefined
    case 'history':
      return parseHistoryKey(key) !== undefined
    case 'queue':
      return QUEUE_KEY.test(key)
    case 'versions':
      return VERSION_KEY.test(key)
    default:
      return SHEET_KEY.test(key)
  }
}

/** Documents whose keys are written once and never emptied. */
export function isAppendOnly(kind: DocRef['kind']): boolean {
  return kind === 'consent' || kind === 'history' || kind === 'queue' || kind === 'versions'
}

/** A queue's receipt: written by several devices, each with the time it saw. */
export function isReceipt(kind: DocRef['kind'], key: string): boolean {
  return kind === 'queue' && RECEIPT.test(key)
}

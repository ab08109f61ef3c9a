/** The shapes the engine answers with: plain data, safe to clone, codes instead of sentences. Times are ms since 1970. */

export type WorkspaceState =
  { kind: 'none' } | { kind: 'local'; id: string; name: string; country: string; fields: Field[]; tags: Tag[] }

/** A custom field; the standard ones are in `STANDARD_FIELDS`. */
export interface Field {
  id: string
  name: string
}

export interface Tag {
  id: string
  name: string
}

export interface TagCount extends Tag {
  count: number
}

/** `total` counts the workspace's contacts, `matching` those the filter lets through, `rows` is the page of these. */
export interface Page<T> {
  total: number
  matching: number
  rows: T[]
}

export type ConsentState = 'in' | 'out' | 'unknown'

export interface ContactRow {
  id: string
  name: string
  /** E.164, or '' without a number. */
  phone: string
  tags: string[]
  groups: string[]
  consent: ConsentState
  deleted: boolean
  createdAt: number
}

export interface ContactDetail {
  id: string
  fields: Partial<Record<string, string>>
  tags: string[]
  groups: string[]
  deleted: boolean
  consent: ConsentState
  createdAt: number
  /** The operation that made it. */
  createdBy: string
  /** Newest first. */
  history: HistoryEntry[]
  /** Newest first, over all aliases. */
  ledger: ConsentEvent[]
}

export type OperationKind = 'create' | 'edit' | 'tag' | 'delete' | 'restore' | 'import' | 'opt-out' | 'opt-in' | 'undo'

/** One operation as it touched one contact. */
export interface HistoryEntry {
  opId: string
  kind: OperationKind
  at: number
  by: string
  changes: Change[]
}

/** `null` is "nothing there"; a tag or group is '1' or null, `deleted` too. */
export interface Change {
  what: { kind: 'field' | 'tag' | 'group'; id: string } | { kind: 'deleted' }
  before: string | null
  after: string | null
}

export interface ConsentEvent {
  id: string
  kind: 'in' | 'out'
  at: number
  by: string
  /** How the person said so; '' when not told. */
  source: string
  /** An opt-out that an opt-in has superseded no longer counts. */
  superseded: boolean
}

export interface Operation {
  opId: string
  kind: OperationKind
  at: number
  by: string
  /** The file of an import, else ''. */
  label: string
  created: number
  changed: number
  /** The operation that undid it. */
  undoneBy: string | null
  undoable: boolean
}

export interface ImportJob {
  jobId: string
  fileName: string
  state: 'parsing' | 'storing' | 'done' | 'failed' | 'cancelled'
  bytesRead: number
  bytesTotal: number
  /** rows = imported + merged + rejected, once done. */
  rows: number
  imported: number
  merged: number
  rejected: number
  opId: string
  /** A closed code. */
  error?: string
}

export interface ImportReject {
  /** Line number in the file as a spreadsheet shows it, the header being 1. */
  row: number
  /** Header of the column at fault; '' when it is the row as a whole. */
  column?: string
  value: string
  reason: string
}

export interface Sender {
  tabId: number
  /** E.164 of the account logged in, '' while unknown. */
  account: string
  stream: string
  /** WhatsApp Web's version. */
  version: string
  capabilities: string[]
}

/**
 * What the screens may ask the engine: one table of commands, one of queries. Inputs are zod, because a port is a
 * trust boundary; results are types, because the engine is ours. This is the only engine file `ui` imports.
 */
import { z } from 'zod'
import type {
  ConsentEvent,
  ContactDetail,
  ContactRow,
  ImportJob,
  ImportReject,
  Operation,
  Page,
  Sender,
  TagCount,
  WorkspaceState,
} from './calls/results.ts'

export type * from './calls/results.ts'

// The extension's CSP forbids code made from text; without this zod tries it and the browser logs a violation.
z.config({ jitless: true })

const id = z.string().regex(/^[0-9A-Za-z]{6,32}$/)
const ids = z.array(id).min(1).max(200_000)
const country = z.string().regex(/^[A-Z]{2}$/)
const name = z.string().trim().min(1).max(120)
const value = z.string().max(10_000)
const consent = z.strictObject({ source: name, date: z.iso.date() })
const none = z.strictObject({})

/** Commands change something, run one after another, and answer a repeated id with their stored result. */
export const COMMANDS = {
  'workspace.create': z.strictObject({ name, country }),
  'workspace.setCountry': z.strictObject({ country }),
  'workspace.addField': z.strictObject({ name }),
  'workspace.renameField': z.strictObject({ id, name }),
  'workspace.renameTag': z.strictObject({ id, name }),
  'contacts.create': z.strictObject({ fields: z.record(id, value), tags: z.array(name).max(60).default([]) }),
  'contacts.edit': z.strictObject({ id, fields: z.record(id, value.nullable()) }),
  'contacts.tag': z.strictObject({
    ids,
    add: z.array(name).max(60).default([]),
    remove: z.array(id).max(60).default([]),
  }),
  'contacts.delete': z.strictObject({ ids }),
  'contacts.restore': z.strictObject({ ids }),
  'contacts.optOut': z.strictObject({ id }),
  'contacts.optIn': z.strictObject({ id, ...consent.shape }),
  'operations.undo': z.strictObject({ opId: id }),
  'import.start': z.strictObject({
    blobKey: z.string().min(1).max(200),
    fileName: z.string().max(300),
    /** Column number in the file → the field it fills; columns left out are not imported. */
    mapping: z.record(z.string().regex(/^\d{1,3}$/), z.string().min(1).max(120)),
    delimiter: z.string().min(1).max(2).optional(),
    encoding: z.string().max(40).optional(),
    country,
    tags: z.array(name).max(60).default([]),
    consent: consent.optional(),
  }),
  'import.cancel': z.strictObject({ jobId: id }),
  'import.dismiss': z.strictObject({ jobId: id }),
} satisfies { [N in keyof CommandResults]: z.ZodType }

/** Queries only look; asked for once or watched, then pushed again after each commit that may change the answer. */
export const QUERIES = {
  'workspace.state': none,
  'contacts.page': z.strictObject({
    search: z.string().max(200).default(''),
    /** All of them must be on the contact. */
    tags: z.array(id).max(20).default([]),
    consent: z.enum(['in', 'out', 'unknown']).optional(),
    /** Only contacts this operation created. */
    operation: id.optional(),
    deleted: z.boolean().default(false),
    sort: z.enum(['name', 'phone', 'created']).default('name'),
    descending: z.boolean().default(false),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(50),
  }),
  'contacts.one': z.strictObject({ id }),
  'contacts.tags': none,
  'operations.recent': z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
  'import.jobs': none,
  'import.rejects': z.strictObject({
    jobId: id,
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(1_000).default(100),
  }),
  'page.senders': none,
} satisfies { [N in keyof QueryResults]: z.ZodType }

export interface CommandResults {
  'workspace.create': { id: string }
  'workspace.setCountry': null
  'workspace.addField': { id: string }
  'workspace.renameField': null
  'workspace.renameTag': null
  'contacts.create': { id: string; opId: string }
  /** `opId` undoes it. */
  'contacts.edit': { opId: string }
  'contacts.tag': { opId: string; changed: number }
  'contacts.delete': { opId: string; changed: number }
  'contacts.restore': { opId: string; changed: number }
  'contacts.optOut': { event: ConsentEvent }
  'contacts.optIn': { event: ConsentEvent }
  /** `left` counts what was not put back because somebody changed it since. */
  'operations.undo': { opId: string; undone: number; left: number }
  'import.start': { jobId: string }
  'import.cancel': null
  'import.dismiss': null
}

export interface QueryResults {
  'workspace.state': WorkspaceState
  'contacts.page': Page<ContactRow>
  'contacts.one': ContactDetail | null
  'contacts.tags': TagCount[]
  'operations.recent': Operation[]
  'import.jobs': ImportJob[]
  'import.rejects': { total: number; rows: ImportReject[] }
  'page.senders': Sender[]
}

export type CommandName = keyof CommandResults
export type QueryName = keyof QueryResults
export type CallName = CommandName | QueryName
export type Results = CommandResults & QueryResults
/** What a caller writes: defaults may be left out. */
export type Input<N extends CallName> = z.input<(typeof COMMANDS & typeof QUERIES)[N]>
/** What the engine reads: checked, defaults filled in. */
export type Checked<N extends CallName> = z.output<(typeof COMMANDS & typeof QUERIES)[N]>

/** Why a call failed; the screens turn a reason into a sentence. */
export type CallError =
  | { reason: 'unknown-call' }
  /** `at` are dotted paths into the input. */
  | { reason: 'bad-input'; at: string[] }
  | { reason: 'forbidden' }
  | { reason: 'no-workspace' }
  | { reason: 'workspace-exists' }
  | { reason: 'not-found' }
  /** Another contact has this number. */
  | { reason: 'duplicate'; id: string }
  /** `problem` is a closed code of the field's own check, such as `too-short` of a phone number. */
  | { reason: 'invalid-field'; field: string; problem: string }
  | { reason: 'name-taken' }
  /** Consent belongs to a number, and this contact has none. */
  | { reason: 'no-alias' }
  | { reason: 'already-undone' }
  | { reason: 'import-file-gone' }
  | { reason: 'storage-full' }
  | { reason: 'storage-unavailable' }
  /** Written by a newer Parley than this one. */
  | { reason: 'update-parley' }
  /** A fault of ours; the log of the background page has it. */
  | { reason: 'internal' }

/** The port both sides open. */
export const PORT = 'parley'

/** What both sides need of a `runtime.Port`; a `MessagePort` is one too with few words. */
export interface Transport {
  postMessage(message: unknown): void
  disconnect(): void
  readonly onMessage: { addListener(listener: (message: unknown) => void): void }
  readonly onDisconnect: { addListener(listener: () => void): void }
}

/**
 * Screens send `{id, name, input}` to ask once (a command keeps its id when it is sent again), `{id, watch, input}` for
 * the answer now and after each change, and `{id, unwatch: true}` to end that.
 */
export type Answer = { id: string; ok: true; value: unknown } | { id: string; ok: false; error: CallError }
export type Push = { id: string; value: unknown } | { id: string; error: CallError }

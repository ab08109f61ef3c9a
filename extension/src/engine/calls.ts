/**
 * What the screens may ask the engine: one table of commands, one of queries. Inputs are zod, because a port is a
 * trust boundary; results are types, because the engine is ours. This is the only engine file `ui` imports.
 */
import { z } from 'zod'
import { PLACES } from '@parley/shared/queue'
import { TEXT_LIMIT } from '@parley/shared/templates'
import type { CallError } from './calls/call-error.ts'
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
import type {
  CampaignDetail,
  CampaignMessage,
  CampaignReview,
  CampaignSummary,
  Notice,
  Pacing,
  SenderQueue,
} from './calls/queue-results.ts'
import type { ContactValues, KnownVariable, TemplateDetail, TemplateListed } from './calls/template-results.ts'

export type * from './calls/call-error.ts'
export type * from './calls/results.ts'
export type * from './calls/queue-results.ts'
export type * from './calls/template-results.ts'

// The extension's CSP forbids code made from text; without this zod tries it and the browser logs a violation.
z.config({ jitless: true })

const id = z.string().regex(/^[0-9A-Za-z]{6,32}$/)
const ids = z.array(id).min(1).max(200_000)
const country = z.string().regex(/^[A-Z]{2}$/)
const name = z.string().trim().min(1).max(120)
const value = z.string().max(10_000)
const consent = z.strictObject({ source: name, date: z.iso.date() })
const none = z.strictObject({})
const body = z.string().max(TEXT_LIMIT)
const e164 = z.string().regex(/^\+\d{5,16}$/)
const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('tag'), tagId: id }),
  z.strictObject({ kind: z.literal('operation'), opId: id }),
])
/** One published text for these people; `sender` undefined: the only account connected. */
const plan = z.strictObject({
  templateId: id,
  version: z.int().min(1),
  audience,
  sender: e164.optional(),
})
const campaign = z.strictObject({ campaignId: id })
const minuteOfDay = z.int().min(0).max(1440)
/** See `PacingPolicy`: ms, messages a day, messages, minutes since midnight. */
const pacing = z
  .strictObject({
    spacing: z.strictObject({ least: z.int().min(0).max(3_600_000), most: z.int().min(0).max(3_600_000) }),
    warmPerDay: z.int().min(0).max(100_000),
    coldPerDay: z.int().min(0).max(100_000),
    unanswered: z.int().min(1).max(100),
    hours: z
      .strictObject({ days: z.array(z.int().min(0).max(6)).max(7), from: minuteOfDay, to: minuteOfDay })
      .refine(({ from, to }) => from < to)
      .optional(),
  })
  .refine(({ spacing }) => spacing.least <= spacing.most)

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
  'templates.create': z.strictObject({ name, body }),
  /** `base` is the body the person began from: what others wrote since is kept beside theirs. */
  'templates.edit': z.strictObject({ id, name: name.optional(), body: body.optional(), base: body.optional() }),
  'templates.archive': z.strictObject({ id, archived: z.boolean() }),
  'templates.publish': z.strictObject({ id }),
  'policy.setPacing': pacing,
  'notice.acknowledge': none,
  'campaigns.start': plan.extend({
    name,
    /** What the review showed. */
    expected: z.strictObject({ recipients: z.int().min(0), included: z.int().min(0) }),
  }),
  'campaigns.pause': campaign,
  'campaigns.resume': campaign,
  'campaigns.cancel': campaign,
  'queue.stopAll': none,
  'queue.release': z.strictObject({ account: e164 }),
  'messages.decide': campaign.extend({
    messageIds: ids,
    decision: z.enum(['sent', 'send', 'give-up']),
  }),
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
  'templates.list': z.strictObject({ archived: z.boolean().default(false) }),
  'templates.one': z.strictObject({ id }),
  'templates.variables': none,
  'templates.values': z.strictObject({ contactIds: z.array(id).max(50) }),
  'policy.pacing': none,
  'notice.state': none,
  'campaigns.review': plan,
  'campaigns.list': none,
  'campaigns.one': campaign,
  'campaigns.messages': campaign.extend({
    /** Only those that stand in one of these; empty: all. */
    places: z.array(z.enum(PLACES)).max(20).default([]),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(50),
  }),
  'queue.state': none,
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
  'templates.create': { id: string }
  /** `body` is what stands now where others' words were kept too; null where it is what was sent. */
  'templates.edit': { body: string | null }
  'templates.archive': null
  'templates.publish': { version: number }
  'policy.setPacing': null
  'notice.acknowledge': null
  'campaigns.start': { campaignId: string }
  'campaigns.pause': null
  'campaigns.resume': null
  'campaigns.cancel': null
  /** Pauses every campaign; `left` messages wait in them. */
  'queue.stopAll': { left: number }
  /** A person has looked at why a sender was held. */
  'queue.release': null
  /** `decided` of them could be decided. */
  'messages.decide': { decided: number }
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
  'templates.list': TemplateListed[]
  'templates.one': TemplateDetail | null
  'templates.variables': KnownVariable[]
  'templates.values': ContactValues[]
  'policy.pacing': Pacing
  'notice.state': Notice
  'campaigns.review': CampaignReview
  'campaigns.list': CampaignSummary[]
  'campaigns.one': CampaignDetail | null
  'campaigns.messages': Page<CampaignMessage>
  'queue.state': SenderQueue[]
}

export type CommandName = keyof CommandResults
export type QueryName = keyof QueryResults
export type CallName = CommandName | QueryName
export type Results = CommandResults & QueryResults
/** What a caller writes: defaults may be left out. */
export type Input<N extends CallName> = z.input<(typeof COMMANDS & typeof QUERIES)[N]>
/** What the engine reads: checked, defaults filled in. */
export type Checked<N extends CallName> = z.output<(typeof COMMANDS & typeof QUERIES)[N]>

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

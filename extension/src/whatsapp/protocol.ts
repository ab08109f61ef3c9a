/**
 * What may be asked of WhatsApp's page and what it answers. Everything that comes from the page is parsed by these
 * schemas in the content script, and again in the engine: page code shares the world our agent runs in. The agent
 * itself imports only the types.
 */
import { z } from 'zod'
import { CAPABILITIES } from './capabilities.ts'

/** WhatsApp's id of a user or group: by phone number (`c.us`), hidden (`lid`) or group (`g.us`). */
export const wid = z.string().regex(/^[0-9A-Za-z._:-]{1,64}@(?:c\.us|lid|g\.us)$/)
/** Bare message id; its length has changed before, so only its alphabet is fixed. */
export const messageId = z.string().regex(/^[0-9A-Za-z._-]{1,64}$/)
const e164 = z.string().regex(/^\+\d{5,16}$/)
const word = z.string().max(64)
const name = z.string().max(128)
const title = z.string().max(512)
const ack = z.int().min(-7).max(5)
/** Unix seconds, as WhatsApp stamps its messages. */
const seconds = z.number().min(0).max(1e11)

const capability = z.enum(CAPABILITIES)

/** Something the agent expects of WhatsApp and did not find as expected. `export` is null when the whole module is missing. */
const missing = z.strictObject({
  module: name,
  export: name.nullable(),
  problem: z.enum(['absent', 'type', 'arity', 'threw']),
  capabilities: z.array(capability).max(CAPABILITIES.length),
})
export type Missing = z.infer<typeof missing>

const report = z.strictObject({
  version: word,
  able: z.array(capability).max(CAPABILITIES.length),
  missing: z.array(missing).max(200),
  /** Round trips without network that came out wrong. */
  failed: z.array(z.strictObject({ check: name, capabilities: z.array(capability) })).max(50),
})
/** What this build of WhatsApp Web lets Parley do, and by name what stands in the way of the rest. */
export type Report = z.infer<typeof report>

const state = z.strictObject({
  /** WhatsApp's own word; only `MAIN` may send. '' while WhatsApp starts. */
  stream: word,
  /** History is complete, so a look-up that finds nothing means something. */
  synced: z.boolean(),
  account: e164.nullable(),
  /** The account's hidden id. */
  lid: wid.nullable(),
  /** WhatsApp's id of this linked browser; another one after the account was linked anew. '' while unknown. */
  session: word,
  version: word,
})
export type PageState = z.infer<typeof state>

const messageKey = z.strictObject({ id: messageId, chat: wid })
export type MessageKey = z.infer<typeof messageKey>

const finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), ...messageKey.shape }),
  /** This page is sending it now. */
  z.strictObject({ kind: z.literal('running'), ...messageKey.shape }),
  z.strictObject({ kind: z.literal('found'), ...messageKey.shape, ack, at: seconds }),
])
export type Finding = z.infer<typeof finding>

const resolution = z.discriminatedUnion('kind', [
  /** `chat` is the id under which a chat with them exists; null when there is none yet. */
  z.strictObject({ kind: z.literal('present'), chat: wid.nullable(), pn: wid.nullable(), lid: wid.nullable() }),
  z.strictObject({ kind: z.literal('absent') }),
  /** WhatsApp did not say: never to be read as absent. */
  z.strictObject({ kind: z.literal('unknown') }),
])
export type Resolution = z.infer<typeof resolution>

const policy = z.strictObject({
  /** WhatsApp's reach-out timelock is on. */
  timelocked: z.boolean(),
  /** This chat may be written to in spite of it. */
  timelockAllows: z.boolean(),
  warned: z.boolean(),
  capped: z.boolean(),
  capAllows: z.boolean(),
})
export type Policy = z.infer<typeof policy>

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), at: seconds }),
  /** WhatsApp's server said no, with its code; 463 is the reach-out timelock. */
  z.strictObject({ kind: z.literal('failed'), code: z.int() }),
  /** It may or may not have left: look it up before anything else. */
  z.strictObject({ kind: z.literal('uncertain'), reason: z.enum(['network', 'duplicate', 'unknown']) }),
  /** Nothing was handed to WhatsApp, and the id is free for another try. */
  z.strictObject({
    kind: z.literal('refused'),
    /**
     * `chat-moved`: WhatsApp keeps the chat under another id now, so the recorded key would not find the message.
     * `render`: the text is not what the version and the values give.
     */
    reason: z.enum(['account', 'stream', 'not-synced', 'no-chat', 'chat-moved', 'missing', 'render']),
    /** The module that is missing, else null. */
    module: name.nullable(),
  }),
])
export type SendOutcome = z.infer<typeof outcome>

const sendText = z.strictObject({
  id: messageId,
  /** From 1; a page hands each attempt over once. */
  attempt: z.int().min(1),
  /** WhatsApp has this message and failed to send it: have it sent again by WhatsApp itself. */
  native: z.boolean(),
  chat: wid,
  /** The account that has to be logged in at the moment of sending. */
  account: e164,
  text: z.string().min(1).max(65_536),
  /** What the text was rendered from: rendered again in the content script, never shown to the page. */
  rendering: z
    .strictObject({
      body: z.string().max(65_536),
      locale: word,
      timeZone: word,
      values: z.record(z.string().max(120), z.string().max(10_000)),
    })
    .optional(),
})

const none = z.strictObject({})

/** One row a command: what it takes, what it gives, and how long the page may take before nobody waits any more. */
export const PAGE_COMMANDS = {
  probe: { input: none, value: report, timeoutMs: 6_000 },
  state: { input: none, value: state, timeoutMs: 5_000 },
  lookup: {
    input: z.strictObject({ keys: z.array(messageKey).min(1).max(200) }),
    value: z.array(finding).max(200),
    timeoutMs: 20_000,
  },
  resolve: { input: z.strictObject({ wid }), value: resolution, timeoutMs: 20_000 },
  /** The id of the chat with the first of `wids` that can have one; makes the chat if it must. */
  prepare: { input: z.strictObject({ wids: z.array(wid).min(1).max(4) }), value: wid.nullable(), timeoutMs: 20_000 },
  policy: { input: z.strictObject({ chat: wid }), value: policy, timeoutMs: 10_000 },
  /** Seconds after which the chat's messages disappear, 0 never; null for a chat that is not here. */
  timer: { input: z.strictObject({ chat: wid }), value: z.number().min(0).nullable(), timeoutMs: 5_000 },
  open: { input: z.strictObject({ chat: wid }), value: z.enum(['opened', 'unavailable']), timeoutMs: 10_000 },
  sendText: { input: sendText, value: outcome, timeoutMs: 90_000 },
} as const

export type PageCommand = keyof typeof PAGE_COMMANDS
export type PageInput<N extends PageCommand> = z.infer<(typeof PAGE_COMMANDS)[N]['input']>
export type PageValue<N extends PageCommand> = z.infer<(typeof PAGE_COMMANDS)[N]['value']>

const openChat = z.strictObject({ id: wid, aliases: z.array(wid).max(4), title, group: z.boolean() })

/** What the page reports unasked. */
export const pageEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state }),
  z.strictObject({ kind: z.literal('report'), report }),
  z.strictObject({ kind: z.literal('chat'), chat: openChat.nullable() }),
  z.strictObject({ kind: z.literal('ack'), ...messageKey.shape, ack }),
  z.strictObject({
    kind: z.literal('incoming'),
    ...messageKey.shape,
    /** The chat's other id, as far as the page knows it without asking. */
    aliases: z.array(wid).max(4),
    /** The writer; in a group not the chat. */
    from: wid,
    at: seconds,
    type: word,
    /** Cut at 4,096 characters. */
    text: z.string().max(4_096),
  }),
])
export type PageEvent = z.infer<typeof pageEvent>

/** Why a command has no value. `missing` names the module that WhatsApp no longer has. */
export const pageError = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('missing'), module: name }),
  z.strictObject({ reason: z.literal('failed') }),
  z.strictObject({ reason: z.literal('timeout') }),
  z.strictObject({ reason: z.literal('bad-answer') }),
  z.strictObject({ reason: z.literal('unknown-command') }),
  z.strictObject({ reason: z.literal('gone') }),
])
export type PageError = z.infer<typeof pageError>

export type PageAnswer<N extends PageCommand> = { ok: true; value: PageValue<N> } | { ok: false; error: PageError }

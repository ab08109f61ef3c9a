import { z } from 'zod'
import { pageError, pageEvent, type PageCommand } from '../protocol.ts'

/** The runtime port a WhatsApp tab opens to the engine. */
export const PAGE_PORT = 'page'

/** From the engine. A ping keeps both sides of the port awake while work is due. */
export type ToPage = { kind: 'ping' } | { kind: 'ask'; id: number; name: PageCommand; input: unknown }

/** A runtime message that asks a tab to open its port: an engine that has just started knows of no tab. */
export const CALL = 'parley.call'

/** From the content script; parsed, because a renderer may be taken over. The value is checked when its command is known. */
export const fromPage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pong') }),
  z.strictObject({ kind: z.literal('event'), event: pageEvent }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.strictObject({ kind: z.literal('failure'), id: z.int(), error: pageError }),
])
export type FromPage = z.input<typeof fromPage>

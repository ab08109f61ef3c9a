import { z } from 'zod'
import { pageError, pageEvent, type PageCommand } from '../protocol.ts'

/** To the agent in WhatsApp's script world. `bye` ends it. */
export type ToAgent = { id: number; name: PageCommand; input: unknown } | { bye: true }

/** From there. The value is checked when its command is known. */
export const fromAgent = z.union([
  z.strictObject({ id: z.int(), ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ id: z.int(), ok: z.literal(false), error: pageError }),
  z.strictObject({ event: pageEvent }),
])
export type FromAgent = z.input<typeof fromAgent>

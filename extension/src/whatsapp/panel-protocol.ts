/**
 * What the panel frame and the content script say to each other over their private port; the only file of this folder
 * that `ui` imports. The panel gets what it shows of the page from here, and everything else from the engine.
 */
import { z } from 'zod'

export type Theme = 'light' | 'dark'

/** The chat open in WhatsApp. `id` is WhatsApp's own (`…@c.us`, `…@lid`, `…@g.us`), `aliases` its other known ids. */
export interface OpenChat {
  id: string
  aliases: string[]
  title: string
  group: boolean
}

/** `changed`: the composer holds something else than was asked for, so nobody should press Send unread. */
export type InsertResult = 'inserted' | 'no-composer' | 'changed'
export type OpenResult = 'opened' | 'unavailable'

/** From the content script. */
export type HostMessage =
  | { kind: 'theme'; theme: Theme }
  | { kind: 'chat'; chat: OpenChat | null }
  | { kind: 'done'; id: number; result: InsertResult | OpenResult }

/** From the panel. */
export const panelMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('insert'), id: z.int(), text: z.string().max(65_536) }),
  z.strictObject({ kind: z.literal('open'), id: z.int(), chat: z.string().max(128) }),
])
export type PanelMessage = z.infer<typeof panelMessage>

/** Handed to the frame with a port; only a nonce that the content script of the same tab confirms is believed. */
export const hello = z.strictObject({
  kind: z.literal('parley.hello'),
  nonce: z.string().max(64),
  theme: z.enum(['light', 'dark']),
})
export type Hello = z.infer<typeof hello>

/** The panel's question to the content script of its tab, carried by the engine: the page can neither hear nor answer it. */
export const confirm = z.strictObject({ kind: z.literal('parley.confirm'), nonce: z.string().max(64) })
export type Confirm = z.infer<typeof confirm>

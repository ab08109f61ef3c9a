import { z } from 'zod'

const docs = z.record(z.string(), z.int())

/**
 * What the server says on the stream of the `team` document: first a `list` of every document the role may read, then
 * `changed` after commits, at most one a second. A number counts the updates committed to that document; under another
 * `epoch` every document differs.
 */
export const serverSays = z.discriminatedUnion('kind', [
  z.object({ format: z.literal(1), kind: z.literal('list'), epoch: z.string(), docs }),
  z.object({ format: z.literal(1), kind: z.literal('changed'), epoch: z.string(), docs }),
])
export type ServerSays = z.infer<typeof serverSays>

/** Reads a stateless message; undefined for anything else than a message of this protocol. */
export function readServerSays(payload: string): ServerSays | undefined {
  try {
    return serverSays.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}

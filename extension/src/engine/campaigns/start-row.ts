import { asMessageId, type CampaignId } from '@parley/shared/ids'
import {
  chunkMessages,
  decodeMessage,
  encodeMessage,
  partsOf,
  type CampaignHeader,
  type Message,
  type PlanCounts,
} from '@parley/shared/queue'

/** A campaign on its way from `stage` into the queue, kept in `kv` until its header stands. */
export interface StartRow {
  readonly format: 1
  readonly header: CampaignHeader
  readonly counts: Pick<PlanCounts, 'audience' | 'toSend'>
  /** How many chunks were staged. */
  readonly chunks: number
  /** The first that is not in the queue yet. */
  readonly next: number
}

/** Messages of one queue part, as many as one transaction takes. */
export interface StartChunk {
  readonly part: string
  readonly messages: readonly Message[]
}

export const START_PREFIX = 'start/'
export const START_FORMAT = 1

export function startKey(campaign: CampaignId): string {
  return `${START_PREFIX}${campaign}`
}

/** The job its chunks are staged under. */
export function stageJob(campaign: CampaignId): string {
  return `campaign/${campaign}`
}

export function chunksOf(campaign: CampaignId, messages: readonly Message[]): StartChunk[] {
  return [...partsOf(campaign, messages)].flatMap(([part, own]) =>
    chunkMessages(own).map((chunk) => ({ part, messages: chunk })),
  )
}

export function encodeChunk({ part, messages }: StartChunk): unknown {
  return { part, messages: messages.map((message) => [message.id, encodeMessage(message)]) }
}

/** Reads what `encodeChunk` wrote. Throws for anything else: half a campaign must not start. */
export function decodeChunk(rows: unknown): StartChunk {
  const { part, messages } = rows as { part: string; messages: [string, unknown][] }
  return {
    part,
    messages: messages.map(([text, value]) => {
      const id = asMessageId(text)
      const message = id && decodeMessage(id, value)
      if (!message) throw new Error('A staged message cannot be read')
      return message
    }),
  }
}

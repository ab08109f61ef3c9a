import * as z from 'zod'
import { asCampaignId, asOpId, sha256Hex, type CampaignId, type DocMap, type E164, type OpId } from '../ids/index.ts'
import type { VersionKey } from '../templates/index.ts'
import { encodeMessage, type Message } from './message.ts'

/**
 * A campaign's entry in `work`. Written last, after all its messages: it alone makes the campaign start, and its number
 * and hash tell a device whether it has them all.
 */
export interface CampaignHeader {
  readonly campaign: CampaignId
  /** '' where a former build wrote none. */
  readonly name: string
  readonly sender: E164
  readonly version: VersionKey
  /** Queue parts `k<campaignId>-0` to `-<parts − 1>`. */
  readonly parts: number
  readonly count: number
  /** See `hashMessages`. */
  readonly hash: string
  readonly by: string
  /** ms since 1970. */
  readonly at: number
}

/** Recipients in one queue document. */
export const PART_SIZE = 5_000

/** What can be said of a campaign later, each under a key of its own. */
export const CAMPAIGN_WORDS = ['pause', 'resume', 'stop', 'done'] as const
export type CampaignWord = (typeof CAMPAIGN_WORDS)[number]

const FORMAT = 1
const stored = z.object({
  format: z.literal(FORMAT),
  name: z.string().default(''),
  sender: z.string(),
  version: z.string(),
  parts: z.int().min(0),
  count: z.int().min(0),
  hash: z.string(),
  by: z.string(),
  at: z.number(),
})

/** SHA-256 over the frozen messages, sorted by id: which device planned them, and in what order, does not matter. */
export function hashMessages(messages: Iterable<Message>): string {
  const sorted = [...messages].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return sha256Hex(sorted.map((message) => `${JSON.stringify([message.id, encodeMessage(message)])}\n`).join(''))
}

/** The messages by the queue part they belong to, `k<campaignId>-<n>`. */
export function partsOf(campaign: CampaignId, messages: readonly Message[]): Map<string, readonly Message[]> {
  const parts = new Map<string, readonly Message[]>()
  for (let n = 0; n * PART_SIZE < messages.length; n++) {
    parts.set(`k${campaign}-${n}`, messages.slice(n * PART_SIZE, (n + 1) * PART_SIZE))
  }
  return parts
}

/** The queue part of a single message: its due day, UTC. */
export function dayPart(notBefore: number): string {
  return `d${new Date(notBefore).toISOString().slice(0, 10).replaceAll('-', '')}`
}

export function writeCampaign(work: DocMap, { campaign, ...header }: CampaignHeader): void {
  work.set(campaign, { format: FORMAT, ...header })
}

/** undefined for an absent header and one of a later format: such a campaign does not start here. */
export function readCampaign(work: DocMap, campaign: CampaignId): CampaignHeader | undefined {
  const record = stored.safeParse(work.get(campaign))
  if (!record.success) return undefined
  const { name, sender, version, parts, count, hash, by, at } = record.data
  return { campaign, name, sender: sender as E164, version: version as VersionKey, parts, count, hash, by, at }
}

/** The campaigns with a header, oldest first. */
export function listCampaigns(work: DocMap): CampaignHeader[] {
  const found = [...work.keys()].flatMap((key) => {
    const campaign = asCampaignId(key)
    return (campaign && readCampaign(work, campaign)) ?? []
  })
  return found.sort((a, b) => a.at - b.at || (a.campaign < b.campaign ? -1 : 1))
}

/** Says a word about a campaign: `campaignId/<word>/<opId>` = `[format, at, by]`. */
export function writeCampaignWord(
  work: DocMap,
  campaign: CampaignId,
  word: CampaignWord,
  { opId, at, by }: { readonly opId: OpId; readonly at: number; readonly by: string },
): void {
  work.set(`${campaign}/${word}/${opId}`, [FORMAT, at, by])
}

/** When a word said now is written as said: after every word that stands, or a clock set back would unsay it. */
export function campaignWordTime(work: DocMap, campaign: CampaignId, now: number): number {
  const said = [...wordsOf(work, campaign)].map(({ at }) => at)
  return said.reduce((latest, at) => Math.max(latest, at + 1), now)
}

export type CampaignPhase = 'running' | 'paused' | 'stopped' | 'done'

/** What the words come to: `done` and `stop` are final; else the latest of pause and resume, pause first if equal. */
export function campaignPhase(work: DocMap, campaign: CampaignId): CampaignPhase {
  const latest: Record<CampaignWord, number> = { pause: -Infinity, resume: -Infinity, stop: -Infinity, done: -Infinity }
  for (const { word, at } of wordsOf(work, campaign)) latest[word] = Math.max(latest[word], at)
  if (latest.done > -Infinity) return 'done'
  if (latest.stop > -Infinity) return 'stopped'
  return latest.pause > -Infinity && latest.pause >= latest.resume ? 'paused' : 'running'
}

function* wordsOf(work: DocMap, campaign: CampaignId): Generator<{ word: CampaignWord; at: number }> {
  for (const [key, value] of work.entries()) {
    const [id, text, opId = ''] = key.split('/')
    const word = CAMPAIGN_WORDS.find((known) => known === text)
    if (id !== campaign || !word || !asOpId(opId)) continue
    const at: unknown = Array.isArray(value) ? value[1] : 0
    yield { word, at: typeof at === 'number' ? at : 0 }
  }
}

/** True once every message the header speaks of is here, unchanged: only then may the campaign start. */
export function isComplete(header: CampaignHeader, messages: readonly Message[]): boolean {
  return messages.length === header.count && hashMessages(messages) === header.hash
}

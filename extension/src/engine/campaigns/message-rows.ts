import type { ContactId, DeviceId } from '@parley/shared/ids'
import { decidable, PLACES, placeOf, type MessageState, type Place, type QueueEntry } from '@parley/shared/queue'
import type { CampaignMessage, CountedReason, Page } from '../calls.ts'
import type { CampaignBook } from '../queue/index.ts'

/** What a person has to look at stands first. */
const FIRST: readonly Place[] = ['uncertain', 'failed']

interface Shown {
  readonly device: DeviceId
  readonly nameOf: (contact: ContactId) => string
}

interface Slice {
  readonly places: readonly Place[]
  readonly offset: number
  readonly limit: number
}

/** A page of a campaign's messages: uncertain ones, failed ones, then the others as they stand in the queue. */
export function messagePage(book: CampaignBook, { places, offset, limit }: Slice, shown: Shown): Page<CampaignMessage> {
  const byPlace = new Map<Place | 'others', QueueEntry[]>([...FIRST, 'others' as const].map((place) => [place, []]))
  let total = 0
  for (const entry of book.entries()) {
    total++
    const place = placeOf(book.state(entry.id))
    if (places.length > 0 && !places.includes(place)) continue
    byPlace.get(FIRST.includes(place) ? place : 'others')?.push(entry)
  }
  const matching = [...byPlace.values()].flat()
  const rows = matching.slice(offset, offset + limit).map((entry) => rowOf(book, entry, shown))
  return { total, matching: matching.length, rows }
}

/** How many of a campaign's messages stand where they are for which reason, by place, the most frequent first. */
export function countReasons(book: CampaignBook): CountedReason[] {
  const counted = new Map<string, CountedReason>()
  for (const { id } of book.entries()) {
    const state = book.state(id)
    if (state?.kind !== 'skipped' && state?.kind !== 'failed' && state?.kind !== 'uncertain') continue
    const { kind: place, reason } = state
    const found = counted.get(`${place} ${reason}`) ?? { place, reason, count: 0 }
    counted.set(`${place} ${reason}`, { ...found, count: found.count + 1 })
  }
  return [...counted.values()].sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place) || b.count - a.count)
}

function rowOf(book: CampaignBook, entry: QueueEntry, { device, nameOf }: Shown): CampaignMessage {
  const { id, message, facts } = entry
  const state = book.state(id)
  return {
    messageId: id,
    contactId: message?.contact ?? '',
    name: message ? nameOf(message.contact) : '',
    to: message?.to[0] ?? '',
    text: message?.text ?? '',
    place: placeOf(state),
    reason: state && 'reason' in state ? state.reason : null,
    at: state ? arrivedAt(state, entry) : null,
    decidable: decidable(state, facts, device, book.phase) !== undefined,
  }
}

/** One that was frozen as skipped is where it is since it was queued. */
function arrivedAt(state: MessageState, { message, facts }: QueueEntry): number | null {
  if ('at' in state) return state.at
  if (state.kind === 'queued') return null
  const end = facts.find((fact) => fact.kind === 'end')
  return end?.at ?? message?.at ?? null
}

import type { MessageState } from './message-state.ts'

/**
 * Where a message can stand. `waiting`: nothing handed over yet, dispatching included, for it has not ended.
 * `sentByWord`: by a person's word, without a receipt. `unreadable`: written by a later build.
 */
export const PLACES = [
  'waiting',
  'uncertain',
  'sent',
  'sentByWord',
  'delivered',
  'read',
  'played',
  'failed',
  'skipped',
  'cancelled',
  'unreadable',
] as const
export type Place = (typeof PLACES)[number]

/** How many messages stand where. The members but `total` add up to it, always. */
export type QueueCounts = Readonly<Record<Place | 'total', number>>

/** No message anywhere. */
export function noCounts(): Record<Place | 'total', number> {
  const zeros = Object.fromEntries(['total', ...PLACES].map((place) => [place, 0]))
  return zeros as Record<Place | 'total', number>
}

/** Counts states; undefined stands for a message this build cannot read. Each message is counted in one place. */
export function countStates(states: Iterable<MessageState | undefined>): QueueCounts {
  const counts = noCounts()
  for (const state of states) {
    counts.total++
    counts[placeOf(state)]++
  }
  return counts
}

/** Where one message is counted. */
export function placeOf(state: MessageState | undefined): Place {
  if (!state) return 'unreadable'
  switch (state.kind) {
    case 'queued':
    case 'reserved':
    case 'dispatching':
      return 'waiting'
    case 'sent':
      return state.by === 'word' ? 'sentByWord' : 'sent'
    default:
      return state.kind
  }
}

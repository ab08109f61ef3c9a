import { PLACES, type Place, type QueueCounts } from '@parley/shared/queue'

interface Look {
  /** Of a badge. */
  readonly color: string
  /** Of its part of a bar; undefined: the bar's own ground. */
  readonly fill: string | undefined
}

/** How a place looks; the word stands beside it always. */
export const PLACE_LOOK: Readonly<Record<Place, Look>> = {
  waiting: { color: 'indigo', fill: undefined },
  uncertain: { color: 'yellow', fill: 'yellow.6' },
  sent: { color: 'teal', fill: 'teal.4' },
  sentByWord: { color: 'teal', fill: 'teal.4' },
  delivered: { color: 'teal', fill: 'teal.6' },
  read: { color: 'teal', fill: 'teal.8' },
  played: { color: 'teal', fill: 'teal.8' },
  failed: { color: 'red', fill: 'red.7' },
  skipped: { color: 'gray', fill: 'gray.5' },
  cancelled: { color: 'gray', fill: 'gray.4' },
  unreadable: { color: 'gray', fill: 'gray.4' },
}

/** As they stand in a bar: what has arrived first, what waits last. */
const ORDER: readonly Place[] = [
  'played',
  'read',
  'delivered',
  'sent',
  'sentByWord',
  'uncertain',
  'failed',
  'skipped',
  'cancelled',
  'unreadable',
  'waiting',
]

/** The places where at least one message stands, in the order of a bar. Their counts sum to the total. */
export function takenPlaces(counts: QueueCounts): Place[] {
  return ORDER.filter((place) => counts[place] > 0)
}

/** Handed to WhatsApp for sure. */
export function sentCount({ sent, sentByWord, delivered, read, played }: QueueCounts): number {
  return sent + sentByWord + delivered + read + played
}

/** A part of the address of a campaign's rows; undefined: all of them. */
export function placeFrom(text: string | undefined): Place | undefined {
  return PLACES.find((place) => place === text)
}

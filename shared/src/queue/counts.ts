import type { MessageState } from './message-state.ts'

/** How many messages stand where. The members but `total` add up to it, always. */
export interface QueueCounts {
  readonly total: number
  /** Nothing handed over yet, dispatching included: it has not ended. */
  readonly waiting: number
  readonly uncertain: number
  readonly sent: number
  /** Sent by a person's word, without a receipt. */
  readonly sentByWord: number
  readonly delivered: number
  readonly read: number
  readonly played: number
  readonly failed: number
  readonly skipped: number
  readonly cancelled: number
  /** Written by a later build. */
  readonly unreadable: number
}

/** Counts states; undefined stands for a message this build cannot read. Each message is counted in one place. */
export function countStates(states: Iterable<MessageState | undefined>): QueueCounts {
  const counts = {
    total: 0,
    waiting: 0,
    uncertain: 0,
    sent: 0,
    sentByWord: 0,
    delivered: 0,
    read: 0,
    played: 0,
    failed: 0,
    skipped: 0,
    cancelled: 0,
    unreadable: 0,
  }
  for (const state of states) {
    counts.total++
    counts[placeOf(state)]++
  }
  return counts
}

function placeOf(state: MessageState | undefined): Exclude<keyof QueueCounts, 'total'> {
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

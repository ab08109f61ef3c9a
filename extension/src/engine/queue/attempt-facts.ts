import type { DeviceId } from '@parley/shared/ids'
import { receiptFact, type Action, type Fact, type SendOutcome } from '@parley/shared/queue'
import type { PageAnswer } from '../../whatsapp/protocol.ts'
import type { Hold } from './hold.ts'

/** The actions that write something about a message. */
export type Attempted = Exclude<Action, { do: 'resolve' | 'look-up' | 'wait' | 'nothing' | 'dispatch' }>

/** The fact an action writes; undefined for a receipt that says nothing new. */
export function factOf(
  action: Attempted,
  by: { readonly at: number; readonly by: DeviceId },
  facts: readonly Fact[],
): Fact | undefined {
  switch (action.do) {
    case 'reserve':
      return { kind: 'reserved', attempt: action.attempt, fence: action.fence, ...by }
    case 'receipt':
      return receiptFact(facts, action.receipt, { holder: true, seenAt: by.at, now: by.at })
    case 'fail':
      return { kind: 'failed', attempt: action.attempt, fence: action.fence, ...by, reason: action.reason }
    case 'uncertain':
      return { kind: 'uncertain', attempt: action.attempt, fence: action.fence, ...by, reason: action.reason }
    case 'cancel':
      return { kind: 'end', how: 'cancelled', ...by }
    case 'skip':
      return { kind: 'end', how: 'skipped', reason: action.reason, ...by }
  }
}

/** How handing a text to the page ended. No answer, or none that can be read, is lost. */
export function outcomeOf(answer: PageAnswer<'sendText'>): SendOutcome {
  if (!answer.ok) return { kind: 'lost' }
  const { value } = answer
  return value.kind === 'failed' ? { kind: 'failed', reason: 'nack', code: value.code } : value
}

/** What holds the sender when its page refused to hand a text over. */
export function refusalOf(outcome: SendOutcome): Hold['reason'] {
  const reason = outcome.kind === 'refused' ? outcome.reason : ''
  return reason === 'account' || reason === 'stream' || reason === 'not-synced' ? reason : 'missing'
}

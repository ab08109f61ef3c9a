import { DECISIONS, isReceipt, type Decision, type Fact } from './fact.ts'
import type { Message } from './message.ts'
import { RECEIPTS, STEPS, type Receipt, type Step } from './queue-key.ts'
import { mayRetry, type FailReason, type SkipReason, type UncertainReason } from './reasons.ts'

/** Where a message stands. `at` is when it got there, ms since 1970. */
export type MessageState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'reserved'; readonly attempt: number; readonly fence: number; readonly at: number }
  | { readonly kind: 'dispatching'; readonly attempt: number; readonly fence: number; readonly at: number }
  /** `send`: a person asked for another attempt. */
  | {
      readonly kind: 'uncertain'
      readonly attempt: number
      readonly reason: UncertainReason
      readonly at: number
      readonly send: boolean
    }
  /** `retry`: a person asked for another attempt and WhatsApp's limits do not forbid it. */
  | {
      readonly kind: 'failed'
      readonly attempt: number
      readonly reason: FailReason
      readonly at: number
      readonly retry: boolean
    }
  /** `word`: no receipt, a person says it was sent. */
  | { readonly kind: 'sent'; readonly by: 'receipt' | 'word'; readonly at: number }
  | { readonly kind: Exclude<Receipt, 'sent'>; readonly at: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'cancelled' }

type StepFact = Extract<Fact, { kind: Step }>
type AttemptFact = StepFact | Extract<Fact, { kind: Receipt }>

/**
 * The state of a message, from the set of its facts alone: neither order nor repetition matters. The best receipt of
 * any attempt; else `end`; else, within the highest attempt, failed before uncertain before dispatching before
 * reserved, whatever the fence. A person's decision applies while its attempt is uncertain, and until the next one is
 * dispatching.
 */
export function messageState(message: Pick<Message, 'skipped'>, facts: readonly Fact[]): MessageState {
  const attempts = facts.filter((fact) => 'fence' in fact)
  return bestReceipt(attempts) ?? ending(message, facts) ?? stateOfAttempts(attempts, facts)
}

/** True if it will never change but for a receipt. */
export function isSettled(state: MessageState): boolean {
  switch (state.kind) {
    case 'queued':
    case 'reserved':
    case 'dispatching':
    case 'uncertain':
      return false
    case 'failed':
      return !state.retry
    default:
      return true
  }
}

/** True if somebody asked to cancel it and the holder of the lease has not answered yet. */
export function isStopping(state: MessageState, facts: readonly Fact[]): boolean {
  return !isSettled(state) && facts.some(({ kind }) => kind === 'stop')
}

/**
 * The attempt that may be reserved or goes on, if one may: the first of a queued message, the reserved one, the next
 * after a person's `send`.
 */
export function openAttempt(state: MessageState): number | undefined {
  switch (state.kind) {
    case 'queued':
      return 1
    case 'reserved':
      return state.attempt
    case 'uncertain':
      return state.send ? state.attempt + 1 : undefined
    case 'failed':
      return state.retry ? state.attempt + 1 : undefined
    default:
      return undefined
  }
}

function bestReceipt(attempts: readonly AttemptFact[]): MessageState | undefined {
  const rank = (fact: AttemptFact): number => RECEIPTS.findIndex((receipt) => receipt === fact.kind)
  const receipts = attempts.filter((fact) => isReceipt(fact.kind)).sort((a, b) => rank(b) - rank(a) || a.at - b.at)
  const [best] = receipts
  if (!best || !isReceipt(best.kind)) return undefined
  return best.kind === 'sent' ? { kind: 'sent', by: 'receipt', at: best.at } : { kind: best.kind, at: best.at }
}

function ending(message: Pick<Message, 'skipped'>, facts: readonly Fact[]): MessageState | undefined {
  if (message.skipped) return { kind: 'skipped', reason: message.skipped }
  const end = facts.find(({ kind }) => kind === 'end')
  if (end?.kind !== 'end') return undefined
  return end.how === 'skipped' ? { kind: 'skipped', reason: end.reason } : { kind: 'cancelled' }
}

function stateOfAttempts(attempts: readonly AttemptFact[], facts: readonly Fact[]): MessageState {
  const highest = Math.max(0, ...attempts.map(({ attempt }) => attempt))
  const fact = strongest(attempts, highest)
  if (!fact) return { kind: 'queued' }
  if (fact.kind === 'reserved') {
    // Until this attempt is dispatching, a give-up or "it was sent" on the former one still wins over the send.
    const former = strongest(attempts, highest - 1)
    const settled = former?.kind === 'uncertain' ? settledByWord(former, facts) : undefined
    return settled ?? { kind: 'reserved', attempt: highest, fence: fact.fence, at: fact.at }
  }
  if (fact.kind === 'dispatching') return { kind: 'dispatching', attempt: highest, fence: fact.fence, at: fact.at }
  const { at, attempt } = fact
  const send = decisionOn(attempt, facts) === 'send'
  if (fact.kind === 'uncertain') {
    return settledByWord(fact, facts) ?? { kind: 'uncertain', attempt, reason: fact.reason, at, send }
  }
  return { kind: 'failed', attempt, reason: fact.reason, at, retry: send && mayRetry(fact.reason) }
}

function settledByWord({ attempt, at }: StepFact, facts: readonly Fact[]): MessageState | undefined {
  const decision = decisionOn(attempt, facts)
  if (decision === 'give-up') return { kind: 'failed', attempt, reason: 'given-up', at, retry: false }
  return decision === 'sent' ? { kind: 'sent', by: 'word', at } : undefined
}

/** The decision that stands on an attempt: of several, the one that sends least. */
function decisionOn(attempt: number, facts: readonly Fact[]): Decision | undefined {
  const words = facts.flatMap((fact) => (fact.kind === 'decided' && fact.attempt === attempt ? fact.decision : []))
  return DECISIONS.find((decision) => words.includes(decision))
}

/** The strongest step of an attempt; of equal ones that of the highest fence. */
function strongest(attempts: readonly AttemptFact[], attempt: number): StepFact | undefined {
  const steps = attempts.filter((fact): fact is StepFact => fact.attempt === attempt && !isReceipt(fact.kind))
  const rank = (fact: StepFact): number => STEPS.indexOf(fact.kind)
  return steps.sort((a, b) => rank(b) - rank(a) || b.fence - a.fence)[0]
}

import type { Fact, Handover } from './fact.ts'
import { isStopping, messageState, openAttempt, type MessageState } from './message-state.ts'
import type { Receipt } from './queue-key.ts'
import type { FailReason, SkipReason, UncertainReason } from './reasons.ts'
import type { Situation } from './situation.ts'
import { classifyAck, isLimitReason } from './whatsapp-answers.ts'

export type WaitReason =
  | 'no-lease'
  | 'held'
  | 'catching-up'
  | 'no-page'
  | 'account'
  | 'stream'
  | 'not-synced'
  | 'missing'
  | 'not-before'
  | 'running'
  | 'no-look-up'
  | 'not-resolved'
  | 'clock'

/**
 * What the runner does next for one message. Each but `wait` and `nothing` changes the situation it is asked about.
 * `fence` is the one to write into the key: that of the attempt's reservation.
 */
export type Action =
  /** Write `reserved`. */
  | (InAttempt & { readonly do: 'reserve' })
  /** Ask WhatsApp whom the address belongs to. */
  | { readonly do: 'resolve' }
  /** Look the message up under `lookupChats`. */
  | { readonly do: 'look-up' }
  /** Write `dispatching` (if it does not stand), then hand the message over; `native`: WhatsApp's own re-send. */
  | (InAttempt & { readonly do: 'dispatch'; readonly chats: readonly string[]; readonly native: boolean })
  | (InAttempt & { readonly do: 'receipt'; readonly receipt: Receipt })
  | (InAttempt & { readonly do: 'fail'; readonly reason: FailReason })
  | (InAttempt & { readonly do: 'uncertain'; readonly reason: UncertainReason })
  /** Write `end`. */
  | { readonly do: 'cancel' }
  | { readonly do: 'skip'; readonly reason: SkipReason }
  /** Ask again when `reason` is gone, at the latest at `until`. */
  | { readonly do: 'wait'; readonly reason: WaitReason; readonly until?: number }
  /** It is settled, or only a person can move it. */
  | { readonly do: 'nothing' }

interface InAttempt {
  readonly attempt: number
  readonly fence: number
}

/** A message that WhatsApp has and does not hand on is given this long. */
export const CLOCK_MS = 10 * 60_000
/** A look-up that finds nothing is believed this long after the handing over. */
export const PROOF_MS = 15 * 60_000

type Rule = (situation: Situation, state: MessageState) => Action | undefined

/** In this order; the first that has something to say decides. */
const RULES: readonly Rule[] = [settled, lease, takeOver, denied, page, alreadyThere, recovery, opening]

/**
 * What to do next about one message. Called again after each action, the last time inside the transaction that makes
 * `dispatching` durable, so that consent and stop requests are read in it.
 */
export function decideDispatch(situation: Situation): Action {
  const state = messageState(situation.message, situation.facts)
  for (const rule of RULES) {
    const action = rule(situation, state)
    if (action) return action
  }
  return { do: 'nothing' }
}

/**
 * The chats to look a message up under: those it was handed to (any attempt), and every one its person has now.
 * WhatsApp's key holds the chat, so the same id is not found under another.
 */
export function lookupChats({ facts, recipient }: Pick<Situation, 'facts' | 'recipient'>): string[] {
  const handed = facts.flatMap((fact) => (fact.kind === 'dispatching' ? (fact.handover?.chats ?? []) : []))
  return [...new Set([...handed, ...(recipient?.kind === 'present' ? recipient.chats : [])])]
}

function settled(_: Situation, state: MessageState): Action | undefined {
  return isOpen(state) ? undefined : { do: 'nothing' }
}

function lease({ lease: held }: Situation): Action | undefined {
  if (!held) return wait('no-lease')
  if (held.held) return wait('held')
  return held.caughtUp ? undefined : wait('catching-up')
}

/** A forced take-over: what the former holder may know waits for a person, whatever it was about to become. */
function takeOver({ lease: held, facts, knownToFormerHolder }: Situation, state: MessageState): Action | undefined {
  const taken = held?.takeOver
  if (!taken || !knownToFormerHolder) return undefined
  if (facts.some((fact) => 'fence' in fact && fact.fence >= taken.fence)) return undefined
  return { do: 'uncertain', attempt: attemptOf(state), fence: held.fence, reason: 'take-over' }
}

/** A stop request or an opt-out, as long as nothing of the attempt has been handed over. Needs no page. */
function denied(situation: Situation, state: MessageState): Action | undefined {
  return openAttempt(state) === undefined ? undefined : refusal(situation, state)
}

function page({ page: shown, message }: Situation): Action | undefined {
  if (!shown) return wait('no-page')
  if (shown.missing.length > 0) return wait('missing')
  if (shown.stream !== 'MAIN') return wait('stream')
  if (!shown.synced) return wait('not-synced')
  return shown.account === message.sender ? undefined : wait('account')
}

/** Found in WhatsApp: never handed over again, but for a re-send a person asked for. */
function alreadyThere(situation: Situation, state: MessageState): Action | undefined {
  const { now, page: shown, lookup, facts } = situation
  if (lookup?.kind === 'running') return wait('running')
  if (lookup?.kind !== 'found') return undefined
  const place = placeOf(situation, attemptOf(state))
  const ack = classifyAck(lookup.ack)
  if (ack.kind === 'receipt') return { do: 'receipt', ...place, receipt: ack.receipt }
  const waits = state.kind === 'uncertain' && !state.send
  if (waits && (ack.kind === 'clock' || state.reason === 'take-over')) return { do: 'nothing' }
  if (ack.kind === 'clock') {
    const handed = Math.max(0, ...facts.map((fact) => (fact.kind === 'dispatching' ? fact.at : 0)))
    const until = Math.max(handed, shown?.mainSince ?? now) + CLOCK_MS
    return now < until ? wait('clock', until) : { do: 'uncertain', ...place, reason: 'clock' }
  }
  return mayResend(facts, state, ack.reason) ? undefined : { do: 'fail', ...place, reason: ack.reason }
}

/** It was handed over, or about to be, and this engine does not know how that ended. */
function recovery(situation: Situation, state: MessageState): Action | undefined {
  if (state.kind !== 'dispatching') return undefined
  const { lookup, refused } = situation
  const place = placeOf(situation, state.attempt)
  const handover = handoverOf(situation, state.attempt)
  if (!refused) {
    if (!lookup) return { do: 'look-up' }
    if (lookup.kind === 'unavailable') return wait('no-look-up')
    const doubt = doubtOf(situation, handover, state.at)
    if (doubt) return { do: 'uncertain', ...place, reason: doubt }
  }
  if (!handover) return { do: 'uncertain', ...place, reason: 'unknown' }
  return refusal(situation, state) ?? { do: 'dispatch', ...place, chats: handover.chats, native: false }
}

/** Nothing of this attempt has been handed over: reserve, resolve, look up, hand over. */
function opening(situation: Situation, state: MessageState): Action | undefined {
  const { now, message, lease: held, recipient, lookup, campaignChats, facts } = situation
  const attempt = openAttempt(state)
  if (attempt === undefined || !held) return undefined
  const place = { attempt, fence: held.fence }
  if (now < message.notBefore) return wait('not-before', message.notBefore)
  if (state.kind !== 'reserved' || state.fence !== held.fence) return { do: 'reserve', ...place }
  if (!recipient) return { do: 'resolve' }
  if (recipient.kind === 'unknown') return wait('not-resolved')
  if (recipient.kind === 'absent') return { do: 'fail', ...place, reason: 'not-on-whatsapp' }
  if (recipient.chats.some((chat) => campaignChats.has(chat))) return { do: 'skip', reason: 'same-person' }
  if (!lookup) return { do: 'look-up' }
  if (lookup.kind === 'unavailable') return wait('no-look-up')
  const native = lookup.kind === 'found' && mayResend(facts, state, 'ack-failed')
  return { do: 'dispatch', ...place, chats: recipient.chats, native }
}

/** Why "not found" does not mean "never handed over", if it does not. */
function doubtOf(
  { now, page: shown, evidence }: Situation,
  handover: Handover | undefined,
  handedAt: number,
): UncertainReason | undefined {
  if (handover?.account !== shown?.account || handover?.session !== shown?.session) return 'session'
  const age = now - handedAt
  if (age > PROOF_MS) return 'too-old'
  const { disappearing, witness } = evidence
  if (disappearing === 'unknown' || (disappearing !== 'off' && disappearing <= age)) return 'disappearing'
  return witness ? undefined : 'no-witness'
}

function refusal({ consent, consentRequired, facts }: Situation, state: MessageState): Action | undefined {
  if (isStopping(state, facts)) return { do: 'cancel' }
  if (consent === 'out') return { do: 'skip', reason: 'opted-out' }
  return consent === 'unknown' && consentRequired ? { do: 'skip', reason: 'no-consent' } : undefined
}

/** WhatsApp's own re-send: only what failed plainly, only when a person asked, never after one of WhatsApp's limits. */
function mayResend(facts: readonly Fact[], state: MessageState, reason: FailReason): boolean {
  const failures = facts.filter((fact) => fact.kind === 'failed')
  const asked = failures.some(({ attempt }) => attempt + 1 === openAttempt(state))
  return reason === 'ack-failed' && asked && !failures.some((failure) => isLimitReason(failure.reason))
}

function handoverOf({ facts }: Situation, attempt: number): Handover | undefined {
  const handed = facts.filter((fact) => fact.kind === 'dispatching').filter((fact) => fact.attempt === attempt)
  return handed.sort((a, b) => b.fence - a.fence)[0]?.handover
}

/** Where a fact about an attempt is written: under the fence it was reserved with. */
function placeOf({ facts, lease: held }: Situation, attempt: number): InAttempt {
  const fences = facts.flatMap((fact) => ('fence' in fact && fact.attempt === attempt ? fact.fence : []))
  return { attempt, fence: fences.length > 0 ? Math.max(...fences) : (held?.fence ?? 0) }
}

/** The attempt an action is about: the one that may open, else the one that stands. */
function attemptOf(state: MessageState): number {
  return openAttempt(state) ?? ('attempt' in state ? state.attempt : 1)
}

function isOpen(state: MessageState): boolean {
  return openAttempt(state) !== undefined || state.kind === 'dispatching' || state.kind === 'uncertain'
}

function wait(reason: WaitReason, until?: number): Action {
  return { do: 'wait', reason, ...(until === undefined ? {} : { until }) }
}

import type { CampaignPhase } from './campaign-doc.ts'
import type { Decision, Fact } from './fact.ts'
import type { MessageState } from './message-state.ts'
import { mayRetry } from './reasons.ts'

/** What a person may still decide about a message. */
export interface Decidable {
  /** The attempt the word is about. */
  readonly attempt: number
  readonly words: readonly Decision[]
}

/**
 * What this member may say about a message: on an uncertain one that it was sent, that it is to be sent, or to give it
 * up; on a failed one, to try again where that is no harm. Nothing is sent again in a campaign that was stopped or is
 * done. A member speaks once about an attempt: the key of the word is theirs, and nothing written is overwritten.
 */
export function decidable(
  state: MessageState | undefined,
  facts: readonly Fact[],
  member: string,
  phase: CampaignPhase,
): Decidable | undefined {
  if (state?.kind !== 'uncertain' && state?.kind !== 'failed') return undefined
  const { attempt } = state
  const said = facts.some((fact) => fact.kind === 'decided' && fact.attempt === attempt && fact.member === member)
  const words = said ? [] : wordsFor(state, phase === 'running' || phase === 'paused')
  return words.length > 0 ? { attempt, words } : undefined
}

function wordsFor(state: Extract<MessageState, { kind: 'uncertain' | 'failed' }>, sends: boolean): Decision[] {
  if (state.kind === 'uncertain') return sends ? ['sent', 'send', 'give-up'] : ['sent', 'give-up']
  return sends && mayRetry(state.reason) && !state.retry ? ['send'] : []
}

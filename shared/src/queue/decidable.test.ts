import { expect, it } from 'vitest'
import type { DeviceId } from '../ids/index.ts'
import type { CampaignPhase } from './campaign-doc.ts'
import { decidable } from './decidable.ts'
import type { Fact } from './fact.ts'
import { messageState } from './message-state.ts'

const attempt = { attempt: 2, fence: 1, at: 5, by: 'laptop' as DeviceId }
const uncertain: Fact = { ...attempt, kind: 'uncertain', reason: 'too-old' }
const failed: Fact = { ...attempt, kind: 'failed', reason: 'ack-failed' }
const blocked: Fact = { ...attempt, kind: 'failed', reason: 'blocked' }
const word: Fact = { kind: 'decided', attempt: 2, member: 'ann', decision: 'send' }
const asked = (facts: Fact[], phase: CampaignPhase = 'running', member = 'ann') =>
  decidable(messageState({}, facts), facts, member, phase)

it('[QU26] an uncertain message waits for one of three words, a failed one may be tried again where that is no harm', () => {
  expect(asked([uncertain])).toEqual({ attempt: 2, words: ['sent', 'send', 'give-up'] })
  expect(asked([failed], 'paused')).toEqual({ attempt: 2, words: ['send'] })
  for (const facts of [[], [blocked], [{ ...attempt, kind: 'delivered' } as Fact]]) expect(asked(facts)).toBeUndefined()
  expect(decidable(undefined, [], 'ann', 'running')).toBeUndefined()
})

it('[QU26] a member speaks once about an attempt, another may still say what sends less', () => {
  expect(asked([uncertain, word])).toBeUndefined()
  expect(asked([uncertain, { ...word, attempt: 1 }])).toBeDefined()
  expect(asked([uncertain, word], 'running', 'bob')).toEqual({ attempt: 2, words: ['sent', 'send', 'give-up'] })
})

it('[QU26] nothing is sent again in a campaign that was stopped', () => {
  expect(asked([uncertain], 'stopped')).toEqual({ attempt: 2, words: ['sent', 'give-up'] })
  expect(asked([failed], 'stopped')).toBeUndefined()
  expect(asked([failed], 'done')).toBeUndefined()
})

import type { Person, Policy, SendRequest, StreamMode } from '../wire-types.ts'
import { chatOf, meIn } from './account.ts'

export interface Refusal {
  reason: string
  /** What WhatsApp's server answers with; 463 is the reach-out restriction. */
  code: number
}

export interface SendContext {
  mode: StreamMode
  me: { phone: string; lid: string }
  policy: Policy
  person: Person | undefined
}

type Rule = (request: SendRequest, context: SendContext & { person: Person }) => Refusal | undefined

/** What WhatsApp refuses on its own side, first match wins. The page refuses most of it earlier; this is for code that gets past the page. */
const RULES: readonly Rule[] = [
  (_, { person }) => (person.registered ? undefined : { reason: 'not on WhatsApp', code: 404 }),
  ({ chat }, { person }) => (chat === chatOf(person) ? undefined : { reason: 'wrong id for this chat', code: 400 }),
  ({ from }, { person, me }) =>
    from === meIn(person, { ...me, name: '' }) ? undefined : { reason: 'from does not match the chat', code: 400 },
  ({ id }) => (/^3EB0[0-9A-F]{16,}$/.test(id) ? undefined : { reason: 'malformed id', code: 400 }),
  (_, { person }) => (person.blocked ? { reason: 'blocked', code: 403 } : undefined),
  (_, { person, policy }) =>
    policy.timelock.active && !person.established ? { reason: 'reach-out timelock', code: 463 } : undefined,
  (_, { person, policy }) =>
    policy.cap.capping_status === 'CAPPED' && !person.established ? { reason: 'new-chat cap', code: 463 } : undefined,
]

export function refusalOf(request: SendRequest, context: SendContext): Refusal | undefined {
  if (context.mode !== 'MAIN') return { reason: `stream is ${context.mode}`, code: 503 }
  const { person } = context
  if (person === undefined) return { reason: 'nobody has this id', code: 404 }
  for (const rule of RULES) {
    const refusal = rule(request, { ...context, person })
    if (refusal !== undefined) return refusal
  }
  return undefined
}

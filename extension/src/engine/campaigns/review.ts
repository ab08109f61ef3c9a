import type { ContactId } from '@parley/shared/ids'
import {
  estimateSeconds,
  SKIP_REASONS,
  type CampaignPlan,
  type Message,
  type PacingPolicy,
  type WarmAndCold,
} from '@parley/shared/queue'
import type { CampaignReview, Excluded, Sample } from '../calls.ts'

/** Excluded contacts named one by one. */
const NAMED = 20
const RANDOM_SAMPLES = 3

type Names = ReadonlyMap<ContactId, string>

/** What a person sees of a plan before anything is queued. */
export function reviewOf(
  plan: CampaignPlan,
  names: Names,
  policy: PacingPolicy,
  warmthOf: (messages: readonly Message[]) => WarmAndCold,
): Omit<CampaignReview, 'sender' | 'senders'> {
  const { audience, toSend } = plan.counts
  const included = plan.messages.filter(({ skipped }) => skipped === undefined)
  const warmAndCold = warmthOf(included)
  return {
    recipients: audience,
    included: toSend,
    excluded: excludedOf(plan, names),
    samples: samplesOf(included, names),
    secondsNeeded: estimateSeconds(policy, warmAndCold) ?? null,
    cold: warmAndCold.cold,
  }
}

function excludedOf({ messages, counts, renderProblems }: CampaignPlan, names: Names): Excluded[] {
  const byReason = Map.groupBy(messages, ({ skipped }) => skipped)
  return SKIP_REASONS.flatMap((reason): Excluded[] => {
    const count = counts.skipped[reason]
    if (count === 0) return []
    const contacts = (byReason.get(reason) ?? []).slice(0, NAMED).map(({ contact }) => {
      const problem = renderProblems.get(contact)
      return { contactId: contact, name: names.get(contact) ?? '', ...(problem ? { problem } : {}) }
    })
    return [{ reason, count, contacts }]
  })
}

/** The longest text, the one with the fewest values, and a few others; each contact once, the same ones every time. */
function samplesOf(included: readonly Message[], names: Names): Sample[] {
  const samples: Sample[] = []
  const rest = new Set(included)
  const take = (kind: Sample['kind'], isBefore: (a: Message, b: Message) => boolean): void => {
    let best: Message | undefined
    for (const message of rest) if (!best || isBefore(message, best)) best = message
    if (!best) return
    rest.delete(best)
    samples.push({ contactId: best.contact, name: names.get(best.contact) ?? '', text: best.text, kind })
  }
  take('longest', (a, b) => a.text.length > b.text.length)
  take('emptiest', (a, b) => filled(a) < filled(b))
  // A message's id is a hash of its contact's: as good as drawn, and a review that is looked at again stays as it was.
  for (let n = 0; n < RANDOM_SAMPLES; n++) take('random', (a, b) => a.id < b.id)
  return samples
}

function filled({ values }: Message): number {
  return Object.keys(values ?? {}).length
}

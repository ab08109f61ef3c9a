import type { CampaignId, ContactId, DeviceId, E164, OpId, WorkspaceId } from '../ids/index.ts'
import { render, versionKeyOf, type RenderProblem, type TemplateVersion, type Values } from '../templates/index.ts'
import { campaignMessageId, whatsAppIdOf } from './message-id.ts'
import type { Message } from './message.ts'
import { groupPeople } from './people.ts'
import type { SkipReason } from './reasons.ts'

/** One person of the audience, as the contacts know them now. */
export interface Candidate {
  /** The contact that leads the person. */
  readonly contact: ContactId
  /** Every address of the person: E.164 numbers and LIDs, best first. */
  readonly aliases: readonly string[]
  /** Over all aliases, opt-out first. */
  readonly consent: 'in' | 'out' | 'unknown'
  readonly values: Values
}

/** What is the same for every message of a campaign. */
export interface CampaignDraft {
  readonly workspace: WorkspaceId
  readonly campaign: CampaignId
  /** '' for a campaign that runs once. */
  readonly occurrence: string
  readonly sender: E164
  readonly version: TemplateVersion
  readonly consentRequired: boolean
  /** ms since 1970. */
  readonly notBefore: number
  readonly at: number
  readonly by: string
  readonly device: DeviceId
  readonly opId: OpId
}

/** A planned campaign: a message for every contact of the audience, those left out frozen with their reason. */
export interface CampaignPlan {
  readonly messages: readonly Message[]
  readonly counts: PlanCounts
  /** Why the messages skipped for `render` could not be rendered. */
  readonly renderProblems: ReadonlyMap<ContactId, RenderProblem>
}

export interface PlanCounts {
  /** Contacts in the audience = `toSend` + the sum of `skipped`. */
  readonly audience: number
  readonly toSend: number
  readonly skipped: Readonly<Record<SkipReason, number>>
}

type Verdict = { readonly text: string } | { readonly skipped: SkipReason; readonly problem?: RenderProblem }

/**
 * Plans a campaign: one message for each person, whatever aliases the audience holds them under. Of contacts that turn
 * out to be one person the first that can be written to gets it, the others are skipped; an opt-out of one of them
 * holds for all. The same input gives the same messages on every device.
 */
export function planCampaign(audience: readonly Candidate[], draft: CampaignDraft): CampaignPlan {
  const messages: Message[] = []
  const renderProblems = new Map<ContactId, RenderProblem>()
  const skipped = { 'opted-out': 0, 'no-consent': 0, 'no-number': 0, 'same-person': 0, render: 0, unknown: 0 }
  let toSend = 0
  for (const person of groupPeople(once(audience))) {
    const verdicts = judge(person, draft)
    for (const { candidate, verdict } of verdicts) {
      messages.push(freeze(candidate, verdict, draft))
      if ('text' in verdict) toSend++
      else skipped[verdict.skipped]++
      if ('problem' in verdict) renderProblems.set(candidate.contact, verdict.problem)
    }
  }
  return { messages, counts: { audience: messages.length, toSend, skipped }, renderProblems }
}

type Listed = Candidate & { readonly id: ContactId }

/** Each contact once; listed twice, it has all the aliases and the consent that allows less. */
function once(audience: readonly Candidate[]): Listed[] {
  const order: readonly Candidate['consent'][] = ['out', 'unknown', 'in']
  const found = new Map<ContactId, Listed>()
  for (const candidate of audience) {
    const id = candidate.contact
    const { aliases, consent, values } = found.get(id) ?? candidate
    found.set(id, {
      id,
      contact: id,
      aliases: [...new Set([...aliases, ...candidate.aliases])],
      consent: order.find((state) => state === consent || state === candidate.consent) ?? 'out',
      values,
    })
  }
  return [...found.values()]
}

function judge(person: readonly Listed[], draft: CampaignDraft): { candidate: Candidate; verdict: Verdict }[] {
  const denied = consentOf(person, draft)
  const own = person.map((candidate) => ({ candidate, verdict: denied ?? verdictOn(candidate, draft) }))
  const chosen = Math.max(
    0,
    own.findIndex(({ verdict }) => 'text' in verdict),
  )
  return own.map((judged, index) => (index === chosen ? judged : { ...judged, verdict: { skipped: 'same-person' } }))
}

function consentOf(person: readonly Candidate[], { consentRequired }: CampaignDraft): Verdict | undefined {
  if (person.some(({ consent }) => consent === 'out')) return { skipped: 'opted-out' }
  const given = person.some(({ consent }) => consent === 'in')
  return consentRequired && !given ? { skipped: 'no-consent' } : undefined
}

function verdictOn({ aliases, values }: Candidate, { version }: CampaignDraft): Verdict {
  if (aliases.length === 0) return { skipped: 'no-number' }
  const rendered = render(version, values)
  return rendered.ok ? { text: rendered.text } : { skipped: 'render', problem: rendered.problem }
}

function freeze({ contact, aliases, values }: Candidate, verdict: Verdict, draft: CampaignDraft): Message {
  const { workspace, campaign, occurrence, sender, version, notBefore, at, by, device, opId } = draft
  const id = campaignMessageId(campaign, occurrence, contact)
  return {
    id,
    whatsAppId: whatsAppIdOf(workspace, id),
    sender,
    contact,
    to: aliases,
    version: versionKeyOf(version.template, version.number),
    campaign,
    ...(occurrence === '' ? {} : { occurrence }),
    notBefore,
    at,
    by,
    device,
    opId,
    ...('text' in verdict ? { text: verdict.text, values } : { text: '', skipped: verdict.skipped }),
  }
}

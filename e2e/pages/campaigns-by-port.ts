import type { Page } from 'playwright'
import { whatsAppIdOf } from '@parley/shared/queue'
import type { MessageId, WorkspaceId } from '@parley/shared/ids'
import type { CampaignMessage, CampaignDetail, Input } from '../../extension/src/engine/calls.ts'
import type { Claim, Person } from '../whatsapp-mock/index.ts'
import { insist } from './engine-port.ts'

const once = (): string => crypto.randomUUID()

/** As fast as an admin can openly set it. */
export const QUICK: Input<'policy.setPacing'> = {
  spacing: { least: 0, most: 0 },
  warmPerDay: 10_000,
  coldPerDay: 10_000,
  unanswered: 100,
}

/** Makes a workspace with these people in it, written to at that pace. */
export async function setUpWorkspace(
  app: Page,
  people: readonly Pick<Person, 'phone' | 'name'>[],
  pacing: Input<'policy.setPacing'> = QUICK,
): Promise<void> {
  await insist(app, once(), 'workspace.create', { name: 'Bakery', country: 'DE' })
  for (const { phone, name } of people)
    await insist(app, once(), 'contacts.create', { fields: { fullName: name, phone001: `+${phone}` } })
  await insist(app, once(), 'policy.setPacing', pacing)
  await insist(app, once(), 'notice.acknowledge', {})
}

/** Publishes a text and starts a campaign to everyone with it, as a review showed it. */
export async function startCampaign(app: Page, body: string): Promise<string> {
  return startReviewed(app, await review(app, body))
}

/** Publishes a text and reviews a campaign to everyone with it: what is left to say is "start". */
export async function review(app: Page, body: string): Promise<Input<'campaigns.start'>> {
  const { id } = await insist(app, once(), 'templates.create', { name: 'News', body })
  const { version } = await insist(app, once(), 'templates.publish', { id })
  const plan = { templateId: id, version, audience: { kind: 'everyone' as const } }
  const { recipients, included } = await insist(app, once(), 'campaigns.review', plan)
  return { ...plan, name: 'News', expected: { recipients, included } }
}

/** Starts it, however often the engine dies before it answers. */
export async function startReviewed(app: Page, start: Input<'campaigns.start'>): Promise<string> {
  const { campaignId } = await insist(app, once(), 'campaigns.start', start)
  return campaignId
}

export async function campaign(app: Page, campaignId: string): Promise<CampaignDetail | null> {
  return insist(app, once(), 'campaigns.one', { campaignId })
}

export async function messagesOf(app: Page, campaignId: string): Promise<CampaignMessage[]> {
  const all: CampaignMessage[] = []
  for (;;) {
    const { rows, total } = await insist(app, once(), 'campaigns.messages', {
      campaignId,
      offset: all.length,
      limit: 500,
    })
    all.push(...rows)
    if (all.length >= total || rows.length === 0) return all
  }
}

/** What Parley says of each message, for the judge over what WhatsApp accepted. */
export async function claimsOf(app: Page, campaignId: string): Promise<Claim[]> {
  const workspace = await insist(app, once(), 'workspace.state', {})
  if (workspace.kind === 'none') throw new Error('There is no workspace')
  return (await messagesOf(app, campaignId)).map(({ messageId, to, place }) => ({
    campaign: campaignId,
    person: to,
    id: whatsAppIdOf(workspace.id as WorkspaceId, messageId as MessageId),
    state: place === 'waiting' || place === 'unreadable' ? 'unsettled' : place === 'sentByWord' ? 'uncertain' : place,
  }))
}

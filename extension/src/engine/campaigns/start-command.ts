import { newCampaignId, ruleDoc, type E164, type Random } from '@parley/shared/ids'
import { hashMessages, partsOf, type CampaignHeader } from '@parley/shared/queue'
import { versionKeyOf } from '@parley/shared/templates'
import { readNotice } from '@parley/shared/workspace'
import type { Checked, Sender } from '../calls.ts'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { ContactIndex } from '../contacts/index.ts'
import type { Work } from '../store/index.ts'
import type { CurrentWorkspace, Layout } from '../workspace/index.ts'
import type { Mover } from './mover.ts'
import { planAudience, type Planned, type PlanStamp } from './plan-audience.ts'
import { accountsOf, chosenSender } from './senders.ts'
import { chunksOf } from './start-row.ts'

export interface StartOptions {
  readonly current: CurrentWorkspace
  readonly contacts: () => ContactIndex
  readonly mover: Mover
  readonly senders: () => readonly Sender[]
  readonly random: Random
}

/**
 * Starts a campaign: plans it again and, where the numbers are those of the review, stages its frozen messages. All
 * refusals come before anything is written.
 */
export function startCommand(options: StartOptions): Pick<CommandHandlers, 'campaigns.start'> {
  const { current, contacts, mover, random } = options
  return {
    async 'campaigns.start'(work, input) {
      const layout = current.require()
      await requireNotice(work, layout)
      const sender = requireSender(options.senders(), input.sender)
      const campaign = newCampaignId(random)
      const stamp = { campaign, sender, at: work.now, device: work.actor, opId: work.opId }
      const planned = await planAudience(work, layout, contacts(), input, stamp)
      requireReviewed(planned, input.expected)
      const header = headerOf(planned, stamp, input)
      mover.stage(work, { header, counts: planned.plan.counts }, chunksOf(campaign, planned.plan.messages))
      return { campaignId: campaign }
    },
  }
}

async function requireNotice(work: Work, { workspace }: Layout): Promise<void> {
  if (!(await work.read(ruleDoc(workspace), readNotice))) throw new CallFailure({ reason: 'notice-needed' })
}

function requireSender(senders: readonly Sender[], asked: string | undefined): E164 {
  const sender = chosenSender(accountsOf(senders), asked)
  if (!sender) throw new CallFailure({ reason: 'no-sender' })
  return sender
}

/** The person confirmed numbers; others need another look. */
function requireReviewed({ plan }: Planned, expected: Checked<'campaigns.start'>['expected']): void {
  const { audience: recipients, toSend: included } = plan.counts
  if (recipients !== expected.recipients || included !== expected.included)
    throw new CallFailure({ reason: 'review-changed', recipients, included })
  if (included === 0) throw new CallFailure({ reason: 'nobody' })
}

function headerOf(
  { plan: { messages }, version }: Planned,
  { campaign, sender, at, device }: PlanStamp,
  { name }: Checked<'campaigns.start'>,
): CampaignHeader {
  return {
    ...{ campaign, name, sender, at, by: device },
    version: versionKeyOf(version.template, version.number),
    parts: partsOf(campaign, messages).size,
    count: messages.length,
    hash: hashMessages(messages),
  }
}

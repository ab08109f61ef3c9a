import { asCampaignId, workDoc, type CampaignId } from '@parley/shared/ids'
import {
  campaignPhase,
  campaignWordTime,
  writeCampaignWord,
  type CampaignPhase,
  type CampaignWord,
} from '@parley/shared/queue'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { QueueIndex } from '../queue/index.ts'
import type { Work } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import type { Mover } from './mover.ts'

type CampaignCommand = 'campaigns.pause' | 'campaigns.resume' | 'campaigns.cancel' | 'queue.stopAll'

/** Where a word changes anything; elsewhere it is not written. */
const MEANT_FOR: Readonly<Partial<Record<CampaignWord, readonly CampaignPhase[]>>> = {
  pause: ['running'],
  resume: ['paused'],
  stop: ['running', 'paused'],
}

/** A word can be said of a campaign that is still on its way into the queue: it stands there when the header comes. */
export function campaignCommands(
  current: CurrentWorkspace,
  queue: () => QueueIndex,
  mover: Mover,
): Pick<CommandHandlers, CampaignCommand> {
  async function say(work: Work, word: CampaignWord, campaigns: readonly CampaignId[]): Promise<null> {
    await work.edit(workDoc(current.require().workspace), (m) => {
      for (const campaign of campaigns) {
        if (!MEANT_FOR[word]?.includes(campaignPhase(m, campaign))) continue
        const at = campaignWordTime(m, campaign, work.now)
        writeCampaignWord(m, campaign, word, { opId: work.opId, at, by: work.actor })
      }
    })
    return null
  }

  function known(text: string): CampaignId {
    const campaign = asCampaignId(text)
    const onItsWay = mover.starts().some(({ header }) => header.campaign === campaign)
    if (!campaign || !(onItsWay || queue().book(campaign))) throw new CallFailure({ reason: 'not-found' })
    return campaign
  }

  return {
    'campaigns.pause': async (work, { campaignId }) => say(work, 'pause', [known(campaignId)]),
    'campaigns.resume': async (work, { campaignId }) => say(work, 'resume', [known(campaignId)]),
    'campaigns.cancel': async (work, { campaignId }) => say(work, 'stop', [known(campaignId)]),
    async 'queue.stopAll'(work) {
      const books = queue().books()
      const starts = mover.starts()
      await say(work, 'pause', [
        ...books.map(({ header }) => header.campaign),
        ...starts.map(({ header }) => header.campaign),
      ])
      const staged = starts.reduce((sum, { counts }) => sum + counts.toSend, 0)
      return { left: books.reduce((sum, { counts }) => sum + counts.waiting, staged) }
    },
  }
}

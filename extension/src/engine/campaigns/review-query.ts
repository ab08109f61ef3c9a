import { ruleDoc, type CampaignId, type E164, type OpId } from '@parley/shared/ids'
import { readPacing } from '@parley/shared/queue'
import type { QueryHandlers } from '../calls/handlers.ts'
import type { ContactIndex } from '../contacts/index.ts'
import type { SenderFeed } from '../open-engine.ts'
import type { RunnerView } from '../queue/index.ts'
import type { Store } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import { planAudience } from './plan-audience.ts'
import { reviewOf } from './review.ts'
import { accountsOf, chosenSender } from './senders.ts'
import { warmth } from './warmth.ts'

export interface ReviewSources {
  readonly store: Store
  readonly current: CurrentWorkspace
  readonly contacts: () => ContactIndex
  readonly senders: SenderFeed
  readonly runner: RunnerView
}

/** A review is planned as the campaign will be, and nothing of it is kept: these stand in for what a start makes. */
const NO_CAMPAIGN = '0'.repeat(10) as CampaignId
const NO_OPERATION = '0'.repeat(10) as OpId
const NO_SENDER = '' as E164

export function reviewQuery({
  store,
  current,
  contacts,
  senders,
  runner,
}: ReviewSources): Pick<QueryHandlers, 'campaigns.review'> {
  return {
    'campaigns.review': {
      async run(asked) {
        const layout = current.require()
        const accounts = accountsOf(senders.senders())
        const sender = chosenSender(accounts, asked.sender)
        const { plan, names } = await planAudience(store, layout, contacts(), asked, {
          campaign: NO_CAMPAIGN,
          sender: sender ?? NO_SENDER,
          at: 0,
          device: store.device,
          opId: NO_OPERATION,
        })
        const { policy } = await store.read(ruleDoc(layout.workspace), readPacing)
        const review = reviewOf(plan, names, policy, (messages) => warmth(messages, sender, runner, Date.now()))
        return { ...review, sender: sender ?? null, senders: accounts }
      },
      watch(changed) {
        const stopSenders = senders.onChange(changed)
        const stopCommits = store.onCommit((touched) => {
          if (touched.some(({ doc }) => /^[csv]|^w\/.*\/rule$/.test(doc))) changed()
        })
        return () => {
          stopSenders()
          stopCommits()
        }
      },
    },
  }
}

import type { Random } from '@parley/shared/ids'
import type { CommandHandlers, QueryHandlers } from '../calls/handlers.ts'
import { campaignCommands } from './campaign-commands.ts'
import { campaignQueries, type CampaignSources } from './campaign-queries.ts'
import { decideCommand } from './decide-command.ts'
import { policyCommands, policyQueries } from './policy.ts'
import { reviewQuery, type ReviewSources } from './review-query.ts'
import { startCommand } from './start-command.ts'

export { Mover } from './mover.ts'

type Options = CampaignSources & ReviewSources & { readonly random: Random }
type Command =
  | 'policy.setPacing'
  | 'notice.acknowledge'
  | 'campaigns.start'
  | 'campaigns.pause'
  | 'campaigns.resume'
  | 'campaigns.cancel'
  | 'queue.stopAll'
  | 'messages.decide'
type Query =
  'policy.pacing' | 'notice.state' | 'campaigns.review' | 'campaigns.list' | 'campaigns.one' | 'campaigns.messages'

/** Everything about campaigns that changes something. */
export function campaignsCommands(options: Options): Pick<CommandHandlers, Command> {
  const { current, queue, mover, senders } = options
  return {
    ...policyCommands(current),
    ...startCommand({ ...options, senders: senders.senders }),
    ...campaignCommands(current, queue, mover),
    ...decideCommand(queue),
  }
}

/** Everything about campaigns that only looks. */
export function campaignsQueries(options: Options): Pick<QueryHandlers, Query> {
  const { store, current } = options
  return { ...policyQueries(store, current), ...reviewQuery(options), ...campaignQueries(options) }
}

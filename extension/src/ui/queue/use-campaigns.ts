import type { CampaignSummary } from '../../engine/calls.ts'
import { useQuery, type QueryState } from '../kit/use-query.ts'

/** All campaigns, kept up to date. */
export function useCampaigns(): QueryState<CampaignSummary[]> {
  return useQuery('campaigns.list', {})
}

/** Something may be sent without anybody doing anything. */
export function isActive({ state, counts }: Pick<CampaignSummary, 'state' | 'counts'>): boolean {
  return state === 'preparing' || state === 'running' || (state === 'waiting' && counts.waiting > 0)
}

/** Some of its messages wait for a person's word. */
export function needsYou({ counts }: Pick<CampaignSummary, 'counts'>): boolean {
  return counts.uncertain + counts.failed > 0
}

/** Not over: it runs, waits, be it for a person, or is paused. */
export function isOpen({ state }: Pick<CampaignSummary, 'state'>): boolean {
  return state === 'preparing' || state === 'running' || state === 'waiting' || state === 'paused'
}

import type { Place } from '@parley/shared/queue'
import { call } from '../kit/engine-client.ts'

const PAGE_ROWS = 500

/** Every message of a place that a person may decide about, not only those on screen. */
export async function decidableIds(campaignId: string, place: Place): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows } = await call('campaigns.messages', { campaignId, places: [place], offset, limit: PAGE_ROWS })
    ids.push(...rows.filter(({ decidable }) => decidable).map(({ messageId }) => messageId))
    if (rows.length < PAGE_ROWS) return ids
  }
}

import type { E164 } from '@parley/shared/ids'
import type { Page } from '@parley/shared/queue'
import { capabilitiesOf, type PageTab } from '../page/index.ts'
import type { Capability } from '../../whatsapp/capabilities.ts'

/** What sending a campaign takes. */
const NEEDED: readonly Capability[] = ['send.text', 'lookup', 'acks', 'resolve', 'policy', 'incoming']

/** The page of an account, the active window first, and which tab it is. */
export interface SenderPage extends Page {
  readonly tabId: number
}

/**
 * How the tabs of an account stand. undefined: no tab of it, or none has reported yet what it can do.
 *
 * @param mainSince since when a tab's stream is MAIN without a break.
 */
export function pageOf(
  account: E164,
  tabs: readonly PageTab[],
  mainSince: (tabId: number) => number,
): SenderPage | undefined {
  const own = tabs.filter(({ state, report }) => state?.account === account && report !== null)
  const tab = own.find(({ state }) => state?.stream === 'MAIN') ?? own[0]
  if (!tab?.state) return undefined
  const { stream, synced, session } = tab.state
  return {
    tabId: tab.tabId,
    stream,
    synced,
    account,
    session,
    mainSince: mainSince(tab.tabId),
    missing: missingIn(tab),
  }
}

/** By the names of WhatsApp's modules, for a person who reports it. */
function missingIn(tab: PageTab): string[] {
  const able = capabilitiesOf(tab)
  const lacking = NEEDED.filter((capability) => !able.includes(capability))
  if (lacking.length === 0) return []
  const { missing = [], failed = [] } = tab.report ?? {}
  const named = [
    ...missing.map((each) => ({ ...each, name: each.module })),
    ...failed.map((each) => ({ ...each, name: each.check })),
  ]
  const names = named
    .filter(({ capabilities }) => capabilities.some((capability) => lacking.includes(capability)))
    .map(({ name }) => name)
  return names.length > 0 ? [...new Set(names)] : lacking
}

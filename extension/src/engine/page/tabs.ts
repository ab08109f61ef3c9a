import type { Capability } from '../../whatsapp/capabilities.ts'
import type { PageState, Report } from '../../whatsapp/protocol.ts'
import type { OpenChat } from '../../whatsapp/panel-protocol.ts'
import type { Sender } from '../calls.ts'

/** What the engine knows of one connected WhatsApp tab. */
export interface PageTab {
  readonly tabId: number
  readonly state: PageState | null
  readonly report: Report | null
  readonly chat: OpenChat | null
}

export function capabilitiesOf({ report }: PageTab): Capability[] {
  return report?.able ?? []
}

/** The tab as the screens see it. */
export function senderOf(tab: PageTab): Sender {
  return {
    tabId: tab.tabId,
    account: tab.state?.account ?? '',
    stream: tab.state?.stream ?? '',
    version: tab.state?.version ?? '',
    capabilities: capabilitiesOf(tab),
  }
}

/** The tab that may send for `account`: WhatsApp lets one window at a time be the active one, its stream is MAIN. */
export function tabFor(account: string, tabs: readonly PageTab[]): PageTab | undefined {
  return tabs.find(({ state }) => state?.account === account && state.stream === 'MAIN')
}

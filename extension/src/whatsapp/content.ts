import { openEngineLink } from './bridge/engine-link.ts'
import { greetAgent, openPageLink } from './bridge/page-link.ts'
import { insertDraft } from './composer/insert-draft.ts'
import { createPanelHost } from './panel/panel-host.ts'
import { showRail, type Rail } from './panel/rail.ts'

/** Everything of Parley in the WhatsApp page outside WhatsApp's own script world; ends with `signal`. */
export function startContent(signal: AbortSignal): void {
  let rail: Rail | undefined
  const page = openPageLink(
    greetAgent(),
    (event) => {
      engine.tell(event)
      if (event.kind === 'chat') panelHost.setChat(event.chat)
    },
    signal,
  )
  const engine = openEngineLink(page, signal)
  const panelHost = createPanelHost(
    {
      insertDraft,
      openChat: async (chat) => {
        const answer = await page.ask('open', { chat })
        return answer.ok ? answer.value : 'unavailable'
      },
      close: () => rail?.toggle(),
    },
    signal,
  )
  whenBodyStands(signal, () => {
    rail = showRail(panelHost, signal)
  })
}

/** At document start there is no body yet. */
function whenBodyStands(signal: AbortSignal, act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { signal, once: true })
  else act()
}

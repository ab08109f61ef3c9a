import { createPanelHost } from './panel/panel-host.ts'
import { showRail, type Rail } from './panel/rail.ts'

/** Everything of Parley in the WhatsApp page outside WhatsApp's own script world; ends with `signal`. */
export function startContent(signal: AbortSignal): void {
  let rail: Rail | undefined
  const panelHost = createPanelHost(
    {
      insertDraft: () => Promise.resolve('no-composer'),
      openChat: () => Promise.resolve('unavailable'),
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

import type { PanelHost } from './panel-host.ts'
import { railElements, type RailElements } from './elements.ts'
import { takeSpace } from './page-space.ts'
import { resizeByEdge } from './resize.ts'
import { watchTheme } from './theme.ts'
import { panelWidth, RAIL_PX, recallWidth, rememberWidth } from './width.ts'

export interface Rail {
  toggle(): void
}

/** Parley's rail at the right edge of WhatsApp Web; its button and Alt+P open the panel. Gone when `signal` aborts. */
export function showRail(panelHost: PanelHost, signal: AbortSignal): Rail {
  const elements = railElements()
  const { host, button, panel } = elements
  const takePx = takeSpace(document.body, signal)
  let width = panelWidth(undefined)
  let open = false

  function layOut(): void {
    host.style.setProperty('--panel', `${String(width)}px`)
    elements.edge.setAttribute('aria-valuenow', String(width))
    button.setAttribute('aria-expanded', String(open))
    panel.hidden = !open
    takePx(RAIL_PX + (open ? width : 0))
  }
  function setWidth(next: number): void {
    width = next
    layOut()
  }
  function toggle(): void {
    open = !open
    layOut()
    if (open) panelHost.showIn(panel)
    else button.focus()
  }

  button.addEventListener('click', toggle, { signal })
  onShortcut(toggle, signal)
  resizeByEdge(elements, { get: () => width, set: setWidth, settled: (px) => void rememberWidth(px) }, signal)
  watchTheme(signal, (theme) => {
    host.dataset.theme = theme
    panelHost.setTheme(theme)
  })
  mount(elements, signal)
  layOut()
  void recallWidth().then(setWidth)
  return { toggle }
}

/** Beside the body, not in it: the body is the part that WhatsApp owns and that we made narrower. */
function mount({ host }: RailElements, signal: AbortSignal): void {
  document.documentElement.append(host)
  signal.addEventListener('abort', () => {
    host.remove()
  })
}

/** Alt+P by a real key press; a page's script cannot open the panel by a made-up event. */
function onShortcut(act: () => void, signal: AbortSignal): void {
  const listener = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return
    event.preventDefault()
    event.stopImmediatePropagation()
    act()
  }
  window.addEventListener('keydown', listener, { signal, capture: true })
}

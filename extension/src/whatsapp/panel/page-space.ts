/**
 * `contain` makes WhatsApp's fixed layers and dialogs stay inside the narrower body, and `position` its absolute ones.
 */
const NARROW = { position: 'relative', contain: 'layout', height: '100vh', 'margin-right': 'auto', 'margin-left': '0' }

/** Gives the right `px` of the window to us; the former styles come back when `signal` aborts. */
export function takeSpace(body: HTMLElement, signal: AbortSignal): (px: number) => void {
  const { style } = body
  const former = ['width', ...Object.keys(NARROW)].map((name) => ({
    name,
    value: style.getPropertyValue(name),
    priority: style.getPropertyPriority(name),
  }))
  for (const [name, value] of Object.entries(NARROW)) style.setProperty(name, value, 'important')
  signal.addEventListener('abort', () => {
    for (const { name, value, priority } of former) style.setProperty(name, value, priority)
  })
  return (px) => {
    style.setProperty('width', `calc(100vw - ${String(px)}px)`, 'important')
  }
}

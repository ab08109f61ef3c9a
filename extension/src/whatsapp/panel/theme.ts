import type { Theme } from '../panel-protocol.ts'

/** What of the page tells its theme: the classes of `html` and `body`, and the page's background as CSS computes it. */
export interface Look {
  classes: string
  background: string
}

/** WhatsApp marks its dark theme with a class; should that change, a dark background still tells. */
export function themeOf({ classes, background }: Look): Theme {
  const words = classes.split(/\s+/)
  if (words.includes('dark')) return 'dark'
  if (words.includes('light')) return 'light'
  return isDark(background) ? 'dark' : 'light'
}

function isDark(color: string): boolean {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return false
  return 0.299 * red + 0.587 * green + 0.114 * blue < 96
}

/** Calls `onTheme` at once and on each change, until `signal` aborts. */
export function watchTheme(signal: AbortSignal, onTheme: (theme: Theme) => void): void {
  let last: Theme | undefined
  function look(): void {
    const { documentElement: html, body } = document
    const background = getComputedStyle(body).backgroundColor
    const theme = themeOf({ classes: `${html.className} ${body.className}`, background })
    if (theme === last) return
    last = theme
    onTheme(theme)
  }
  const observer = new MutationObserver(look)
  for (const element of [document.documentElement, document.body])
    observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] })
  signal.addEventListener('abort', () => {
    observer.disconnect()
  })
  look()
}

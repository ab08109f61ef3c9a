import { browser } from 'wxt/browser'

export const WHATSAPP_URL = 'https://web.whatsapp.com/'

/** Opens the full-tab app at `route`, such as `/contacts/<id>`, in a new tab. */
export function openApp(route = ''): void {
  window.open(browser.runtime.getURL(`/app.html${route === '' ? '' : `#${route}`}`), '_blank', 'noopener')
}

import { browser } from '#imports'
import { confirm } from '../../whatsapp/panel-protocol.ts'

/**
 * Carries a panel frame's question to the content script of its own tab and the answer back. The frame cannot ask
 * itself: Firefox gives a frame inside a web page no `tabs`.
 */
export function relayConfirmations(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (value: boolean) => void) => {
    const question = confirm.safeParse(message)
    const tabId = sender.tab?.id
    const isFrameOfOurs =
      sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true
    if (!question.success || !isFrameOfOurs || tabId === undefined) return
    browser.tabs.sendMessage(tabId, question.data, { frameId: 0 }).then(
      (confirmed: unknown) => {
        answer(confirmed === true)
      },
      () => {
        answer(false)
      },
    )
    return true
  })
}

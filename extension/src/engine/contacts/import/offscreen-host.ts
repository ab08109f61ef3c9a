import { browser } from '#imports'
import type { OrderMessage } from '../../../worker/protocol.ts'
import type { ParserHost } from './importer.ts'

const PAGE = '/offscreen.html'

/** Chrome: a service worker has no Worker, so they live in the one offscreen document, which outlives it. */
export function offscreenHost(): ParserHost {
  let opening: Promise<void> | undefined

  async function open(): Promise<void> {
    if (await isOpen()) return
    // Two calls at once would each try to open the one document Chrome allows.
    opening ??= browser.offscreen
      .createDocument({
        url: PAGE,
        reasons: [browser.offscreen.Reason.WORKERS],
        justification: 'Reads the picked file in a worker.',
      })
      .finally(() => (opening = undefined))
    await opening
  }

  return {
    async send(order) {
      if (order.kind === 'stop' && !(await isOpen())) return
      await open()
      await browser.runtime.sendMessage({ to: 'parser-host', order } satisfies OrderMessage)
    },
    async close() {
      if (await isOpen()) await browser.offscreen.closeDocument()
    },
  }
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: [browser.runtime.ContextType.OFFSCREEN_DOCUMENT] })
  return contexts.length > 0
}

import { browser } from '#imports'
import { parserHost } from '../../worker/host.ts'
import type { OrderMessage, ReportMessage } from '../../worker/protocol.ts'

const host = parserHost((report) => {
  // Wakes the engine; one that cannot be reached looks at the stage when it starts.
  void browser.runtime.sendMessage({ to: 'import', report } satisfies ReportMessage).catch(() => undefined)
})

browser.runtime.onMessage.addListener((message: unknown) => {
  const { to, order } = message as Partial<OrderMessage>
  if (to === 'parser-host' && order) host(order)
})

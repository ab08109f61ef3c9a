import type { Frame, Page } from 'playwright'
import type { CallName, Input, Results, Transport } from '../../extension/src/engine/calls.ts'

/** What an extension page has; the tests' own types know no browser extension. */
interface ExtensionPage {
  chrome: { runtime: { connect(options: { name: string }): Transport } }
}

/** What came back: the engine's answer, or 'gone' when it died before one. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: { reason: string } } | 'gone'

/** Says one thing to the engine over a port of its own, as the screens do, without their retries. */
export function say<N extends CallName>(page: Page | Frame, id: string, name: N, input: Input<N>): Promise<Reply> {
  return page.evaluate(
    (message) =>
      new Promise<Reply>((resolve) => {
        const { chrome } = globalThis as unknown as ExtensionPage
        const port = chrome.runtime.connect({ name: 'parley' })
        port.onMessage.addListener((answer) => {
          resolve(answer as Reply)
          port.disconnect()
        })
        port.onDisconnect.addListener(() => {
          resolve('gone')
        })
        port.postMessage(message)
      }),
    { id, name, input: input },
  )
}

/** Says it again under the same id until the engine lives to answer; throws when it refuses. */
export async function insist<N extends CallName>(
  page: Page | Frame,
  id: string,
  name: N,
  input: Input<N>,
): Promise<Results[N]> {
  for (;;) {
    const reply = await say(page, id, name, input)
    if (reply === 'gone') continue
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.reason}`)
    return reply.value as Results[N]
  }
}

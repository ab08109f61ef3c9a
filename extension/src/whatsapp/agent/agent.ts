import type { PageCommand, PageError, PageEvent, PageInput, PageValue } from '../protocol.ts'
import type { FromAgent, ToAgent } from '../bridge/frames.ts'
import { MissingModule } from './loader.ts'
import { lookUp } from './look-up.ts'
import { open, prepare, readPolicy, readTimer, resolve } from './people.ts'
import { dataOf, listen, own, portsOf, post, startPort, stopEvent, unlisten } from './primordials.ts'
import { probe } from './probe.ts'
import { sendText } from './send.ts'
import { readState } from './state.ts'
import { watch } from './watch.ts'

type Commands = { [N in PageCommand]: (input: PageInput<N>) => PageValue<N> | Promise<PageValue<N>> }

const commands: Commands = {
  probe,
  state: readState,
  lookup: ({ keys }) => lookUp(keys),
  resolve: ({ wid }) => resolve(wid),
  prepare: ({ wids }) => prepare(wids),
  policy: ({ chat }) => readPolicy(chat),
  timer: ({ chat }) => readTimer(chat),
  open: ({ chat }) => open(chat),
  sendText,
}

/**
 * Parley in WhatsApp's own script world. Waits for the one port the content script sends, before any script of the page
 * can listen; holds no secret, and learns of Parley's data only the message being sent.
 */
export function startAgent(): void {
  const onMessage = (event: MessageEvent): void => {
    const data = dataOf(event) as { kind?: unknown } | null
    const port = portsOf(event)[0]
    if (typeof data !== 'object' || data?.kind !== 'parley.bridge' || port === undefined) return
    stopEvent(event)
    unlisten(window, 'message', onMessage, true)
    serve(port)
  }
  listen(window, 'message', onMessage, true)
}

function serve(port: MessagePort): void {
  const life = new AbortController()
  const say = (frame: FromAgent): void => {
    if (!life.signal.aborted) post(port, frame)
  }
  listen(port, 'message', (event) => {
    const frame = dataOf(event) as ToAgent
    if ('bye' in frame) life.abort()
    else void answer(frame, say)
  })
  startPort(port)
  watch((event: PageEvent) => {
    say({ event })
  }, life.signal)
}

async function answer(
  { id, name, input }: Exclude<ToAgent, { bye: true }>,
  say: (frame: FromAgent) => void,
): Promise<void> {
  if (!own(commands, name)) {
    say({ id, ok: false, error: { reason: 'unknown-command' } })
    return
  }
  try {
    const run = commands[name] as (input: unknown) => unknown
    say({ id, ok: true, value: await run(input) })
  } catch (error) {
    say({ id, ok: false, error: errorOf(error) })
  }
}

function errorOf(error: unknown): PageError {
  return error instanceof MissingModule ? { reason: 'missing', module: error.module } : { reason: 'failed' }
}

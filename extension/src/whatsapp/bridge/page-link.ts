import { PAGE_COMMANDS, type PageAnswer, type PageCommand, type PageEvent, type PageInput } from '../protocol.ts'
import { fullBucket, takeOne } from './flood.ts'
import { fromAgent, type ToAgent } from './frames.ts'

/** Frames from the page that were not believed, by why. */
export interface Dropped {
  malformed: number
  flood: number
  /** Answers to nothing asked, or asked and already answered. */
  unasked: number
}

/** The content script's end of the way to the agent. */
export interface PageLink {
  ask<N extends PageCommand>(name: N, input: PageInput<N>): Promise<PageAnswer<N>>
  readonly dropped: Readonly<Dropped>
}

interface Waiting {
  name: PageCommand
  resolve: (answer: PageAnswer<never>) => void
  timer: ReturnType<typeof setTimeout>
}

/**
 * Speaks with the agent over `port`. All that arrives is foreign: it is parsed, bounded, counted when refused, and an
 * answer is taken once and only to a question that is open. Nothing that arrives can start anything but an event.
 */
export function openPageLink(port: MessagePort, onEvent: (event: PageEvent) => void, signal: AbortSignal): PageLink {
  const dropped: Dropped = { malformed: 0, flood: 0, unasked: 0 }
  const waiting = new Map<number, Waiting>()
  let bucket = fullBucket(performance.now())
  let lastId = 0

  function isAllowed(): boolean {
    const taken = takeOne(bucket, performance.now())
    bucket = taken.bucket
    if (!taken.allowed) dropped.flood++
    return taken.allowed
  }

  function settle(id: number, answer: PageAnswer<never>): void {
    const open = waiting.get(id)
    if (!open) {
      dropped.unasked++
      return
    }
    waiting.delete(id)
    clearTimeout(open.timer)
    open.resolve(answer.ok ? checked(open.name, answer.value) : answer)
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isAllowed()) return
    const frame = fromAgent.safeParse(data)
    if (!frame.success) dropped.malformed++
    else if ('event' in frame.data) onEvent(frame.data.event)
    else settle(frame.data.id, frame.data as PageAnswer<never>)
  }
  signal.addEventListener('abort', () => {
    port.postMessage({ bye: true } satisfies ToAgent)
    port.close()
    for (const id of [...waiting.keys()]) settle(id, { ok: false, error: { reason: 'gone' } })
  })

  return {
    dropped,
    ask: (name, input) =>
      new Promise((resolve) => {
        const id = ++lastId
        const timer = setTimeout(() => {
          settle(id, { ok: false, error: { reason: 'timeout' } })
        }, PAGE_COMMANDS[name].timeoutMs)
        waiting.set(id, { name, resolve, timer })
        port.postMessage({ id, name, input } satisfies ToAgent)
      }),
  }
}

function checked(name: PageCommand, value: unknown): PageAnswer<never> {
  const parsed = PAGE_COMMANDS[name].value.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data as never } : { ok: false, error: { reason: 'bad-answer' } }
}

/** Hands a port to the agent, which listens since before the page's first script and lets nobody else see this message. */
export function greetAgent(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  window.postMessage({ kind: 'parley.bridge' }, location.origin, [port2])
  return port1
}

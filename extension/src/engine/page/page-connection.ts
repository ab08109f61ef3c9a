import { fromPage, type ToPage } from '../../whatsapp/bridge/engine-frames.ts'
import {
  PAGE_COMMANDS,
  type PageAnswer,
  type PageCommand,
  type PageEvent,
  type PageInput,
} from '../../whatsapp/protocol.ts'

/** The two things a connection needs of a runtime port; a MessagePort can stand in for it. */
export interface Wire {
  post(message: ToPage): void
}

export interface PageConnection {
  ask<N extends PageCommand>(name: N, input: PageInput<N>): Promise<PageAnswer<N>>
  ping(): void
  /** Everything that comes over the wire. */
  receive(message: unknown): void
  /** The wire is gone: what was asked stays unanswered. */
  close(): void
}

interface Waiting {
  name: PageCommand
  settle: (answer: PageAnswer<never>) => void
}

/** The content script answers late rather than never; its own time limit comes first. */
const GRACE_MS = 5_000

/** Talks with the content script of one tab. What comes in is parsed again here: the process it comes from may be taken over. */
export function connectPage(wire: Wire, onEvent: (event: PageEvent) => void): PageConnection {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  function settle(id: number, answer: PageAnswer<never>): void {
    const open = waiting.get(id)
    waiting.delete(id)
    open?.settle(answer)
  }

  return {
    ask: (name, input) =>
      new Promise((resolve) => {
        const id = ++lastId
        const timer = setTimeout(() => {
          settle(id, { ok: false, error: { reason: 'timeout' } })
        }, PAGE_COMMANDS[name].timeoutMs + GRACE_MS)
        waiting.set(id, {
          name,
          settle: (answer) => {
            clearTimeout(timer)
            resolve(answer)
          },
        })
        wire.post({ kind: 'ask', id, name, input })
      }),
    ping: () => {
      wire.post({ kind: 'ping' })
    },
    receive(message) {
      const frame = fromPage.safeParse(message)
      if (!frame.success) return
      if (frame.data.kind === 'event') onEvent(frame.data.event)
      if (frame.data.kind === 'failure') settle(frame.data.id, { ok: false, error: frame.data.error })
      if (frame.data.kind === 'answer') settle(frame.data.id, checked(waiting.get(frame.data.id), frame.data.value))
    },
    close() {
      for (const id of [...waiting.keys()]) settle(id, { ok: false, error: { reason: 'gone' } })
    },
  }
}

function checked(open: Waiting | undefined, value: unknown): PageAnswer<never> {
  const parsed = open === undefined ? undefined : PAGE_COMMANDS[open.name].value.safeParse(value)
  if (parsed?.success !== true) return { ok: false, error: { reason: 'bad-answer' } }
  return { ok: true, value: parsed.data as never }
}

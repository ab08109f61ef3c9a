import type { Transport } from '../calls.ts'

/**
 * Two ends of a port as `runtime.connect` gives them: messages are cloned, and one end's `disconnect` is heard by the
 * other only.
 */
export function portPair(): [Transport, Transport] {
  const { port1, port2 } = new MessageChannel()
  const [first, second] = [new End(port1), new End(port2)]
  first.other = second
  second.other = first
  return [first, second]
}

class End implements Transport {
  other: End | undefined
  readonly #port: MessagePort
  readonly #lost = new Set<() => void>()

  constructor(port: MessagePort) {
    this.#port = port
  }

  readonly onMessage = {
    addListener: (listener: (message: unknown) => void): void => {
      this.#port.addEventListener('message', ({ data }) => {
        listener(data)
      })
      this.#port.start()
    },
  }

  readonly onDisconnect = {
    addListener: (listener: () => void): void => void this.#lost.add(listener),
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message)
  }

  disconnect(): void {
    this.#port.close()
    const other = this.other
    this.other = undefined
    if (!other) return
    other.other = undefined
    for (const listener of other.#lost) listener()
  }
}

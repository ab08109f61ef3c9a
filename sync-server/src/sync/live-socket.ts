import type { WebSocket } from 'ws'

/** A socket is asked whether somebody is there; a dead one does not answer. */
const ANSWER_WITHIN = 3_000

export class LiveSocket {
  readonly #ws: WebSocket
  /** Set by the first document that is opened on it. */
  device: string | undefined

  constructor(ws: WebSocket) {
    this.#ws = ws
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  /** Browsers answer a ping by themselves, so no answer means that nobody is there. */
  isAlive(): Promise<boolean> {
    if (!this.isOpen) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (alive: boolean): void => {
        clearTimeout(timer)
        this.#ws.off('pong', onPong).off('close', onClose)
        resolve(alive)
      }
      const onPong = (): void => settle(true)
      const onClose = (): void => settle(false)
      const timer = setTimeout(onClose, ANSWER_WITHIN)
      this.#ws.once('pong', onPong).once('close', onClose)
      this.#ws.ping()
    })
  }

  terminate(): void {
    this.#ws.terminate()
  }
}

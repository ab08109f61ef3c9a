/** A query bound to its input. */
export interface Bound {
  run(): Promise<unknown>
  watch(changed: () => void): () => void
}

/** One frame: more pushes than that nobody sees. */
const FRAME_MS = 16

/** Keeps one watcher up to date: asks again after a change, at most once a frame and never twice at a time. */
export class Subscription {
  readonly #bind: () => Promise<Bound>
  readonly #push: (value: unknown) => void
  readonly #fail: (error: unknown) => void
  #bound: Bound | undefined
  #stop: (() => void) | undefined
  #closed = false
  #asking = false
  #again = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(bind: () => Promise<Bound>, push: (value: unknown) => void, fail: (error: unknown) => void) {
    this.#bind = bind
    this.#push = push
    this.#fail = fail
    void this.#ask()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#stop?.()
  }

  #changed(): void {
    if (this.#asking) this.#again = true
    else this.#timer ??= setTimeout(() => void this.#ask(), FRAME_MS)
  }

  async #ask(): Promise<void> {
    this.#timer = undefined
    this.#asking = true
    try {
      const value = await (await this.#start()).run()
      if (!this.#closed) this.#push(value)
    } catch (error) {
      if (!this.#closed) this.#fail(error)
    }
    this.#asking = false
    if (!this.#again || this.#closed) return
    this.#again = false
    this.#changed()
  }

  /** Listens before it asks, so that no change falls between. */
  async #start(): Promise<Bound> {
    this.#bound ??= await this.#bind()
    if (!this.#closed) this.#stop ??= this.#bound.watch(() => this.#changed())
    return this.#bound
  }
}

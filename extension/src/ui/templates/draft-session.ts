import { mergeBodies } from '@parley/shared/templates'

/** Gives a body to the engine with the one it began from; undefined when it was refused. */
export type SaveBody = (body: string, base: string) => Promise<{ readonly body: string | null } | undefined>

export interface DraftSessionOptions {
  readonly body: string
  readonly save: SaveBody
  /** Follows what is not saved yet, so that the badge never claims more than is true. */
  readonly track: (saved: Promise<void>) => Promise<void>
  /** Runs `act` after the pause that typing is collected for; returns how to call it off. */
  readonly later: (act: () => void) => () => void
}

/**
 * One body between a person's fingers and the engine. What is typed is sent after a short pause and again until the
 * engine has it; what others write meanwhile is merged in, so no word of either is lost.
 */
export class DraftSession {
  readonly #options: DraftSessionOptions
  readonly #listeners = new Set<() => void>()
  #text: string
  /** The body the engine has, as far as this view knows. */
  #base: string
  #waiting: (() => void) | undefined
  #sending: Promise<boolean> | undefined
  #unsaved: PromiseWithResolvers<void> | undefined

  constructor(options: DraftSessionOptions) {
    this.#options = options
    this.#text = options.body
    this.#base = options.body
  }

  readonly text = (): string => this.#text

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get isSaved(): boolean {
    return this.#text === this.#base && this.#sending === undefined
  }

  type(text: string): void {
    this.#show(text)
    this.#waiting ??= this.#options.later(() => void this.flush())
    if (this.#unsaved || this.isSaved) return
    this.#unsaved = Promise.withResolvers()
    this.#options.track(this.#unsaved.promise).catch(() => undefined)
  }

  /** Takes in the body as the engine has it now. While a save is under way its answer says it better. */
  heard(body: string): void {
    if (this.#sending || body === this.#base) return
    const text = mergeBodies(this.#base, this.#text, body)
    this.#base = body
    this.#show(text)
  }

  /** Saves now. Answers whether the engine has all that was typed. */
  async flush(): Promise<boolean> {
    this.#waiting?.()
    this.#waiting = undefined
    while (this.#sending) await this.#sending
    while (this.#text !== this.#base) {
      this.#sending = this.#send()
      if (!(await this.#sending)) return false
    }
    this.#unsaved?.resolve()
    this.#unsaved = undefined
    return true
  }

  /** Answers whether the engine took it; what was typed stays either way. */
  async #send(): Promise<boolean> {
    const sent = this.#text
    const answer = await this.#options.save(sent, this.#base)
    this.#sending = undefined
    if (!answer) {
      this.#unsaved?.reject(new Error('refused'))
      this.#unsaved = undefined
      return false
    }
    this.#base = answer.body ?? sent
    this.#show(mergeBodies(sent, this.#text, this.#base))
    return true
  }

  #show(text: string): void {
    if (text === this.#text) return
    this.#text = text
    for (const listener of this.#listeners) listener()
  }
}

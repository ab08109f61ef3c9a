/** Runs one task at a time, in the order they came; a failed one does not stop the next. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Tasks running or waiting. */
  get waiting(): number {
    return this.#waiting
  }

  take<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting++
    const run = this.#last.then(task)
    this.#last = run.then(
      () => this.#waiting--,
      () => this.#waiting--,
    )
    return run
  }
}

import type { Point } from '../wire-types.ts'

export interface Hold {
  /** Resolves with what arrived, for instance the message id, once something stands at the point. */
  reached: Promise<string>
  /** Lets everything that stands here go on and removes the hold. */
  release(): void
}

interface Armed {
  point: Point
  reached: PromiseWithResolvers<string>
  gate: PromiseWithResolvers<void>
}

/** Stops the run at named points, so that a test can crash, look or change something exactly there. */
export class Holds {
  readonly #armed = new Set<Armed>()

  hold(point: Point): Hold {
    const armed = { point, reached: Promise.withResolvers<string>(), gate: Promise.withResolvers<void>() }
    this.#armed.add(armed)
    return {
      reached: armed.reached.promise,
      release: () => {
        this.#armed.delete(armed)
        armed.gate.resolve()
      },
    }
  }

  async pass(point: Point, detail: string): Promise<void> {
    const here = [...this.#armed].filter((armed) => armed.point === point)
    for (const armed of here) armed.reached.resolve(detail)
    await Promise.all(here.map(({ gate }) => gate.promise))
  }

  releaseAll(): void {
    for (const { gate } of this.#armed) gate.resolve()
    this.#armed.clear()
  }
}

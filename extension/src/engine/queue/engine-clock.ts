import { engineTime } from '@parley/shared/queue'

interface Reading {
  readonly device: number
  readonly steady: number
}

/** The time the queue goes by, and whether the device's clock was moved since it was last read. */
export class EngineClock {
  readonly #device: () => number
  readonly #steady: () => number
  #before: Reading | undefined

  /** `device` gives ms since 1970, `steady` ms of a clock nobody can set. */
  constructor(device: () => number, steady: () => number) {
    this.#device = device
    this.#steady = steady
  }

  /** @param newestFact the latest time in the sender's queue documents. */
  read(newestFact: number): { readonly now: number; readonly jumped: boolean } {
    const reading = { device: this.#device(), steady: this.#steady() }
    const time = engineTime({ ...reading, serverOffset: 0, newestFact, before: this.#before })
    this.#before = reading
    return time
  }
}

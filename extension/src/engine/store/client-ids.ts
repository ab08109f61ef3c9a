import type { Random } from '@parley/shared/ids'

/** The part of `browser.storage.session` used here: it outlives the worker and ends with the browser. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
}

const KEY = 'clientIds'

/**
 * One Yjs client id per document and browser session. A fresh id per worker start would make every edit and handshake
 * slower for good; one kept for longer could write other things under clocks it had used before a power cut.
 */
export class ClientIds {
  readonly #area: SessionArea
  readonly #random: Random
  readonly #ids: Map<string, number>

  private constructor(area: SessionArea, random: Random, ids: Map<string, number>) {
    this.#area = area
    this.#random = random
    this.#ids = ids
  }

  static async load(area: SessionArea, random: Random): Promise<ClientIds> {
    const kept = (await area.get(KEY))[KEY]
    return new ClientIds(area, random, new Map(Array.isArray(kept) ? (kept as [string, number][]) : []))
  }

  /** 32 random bits, as Yjs makes them. */
  fresh(): number {
    return this.#random(4).reduce((id, byte) => id * 256 + byte, 0)
  }

  of(doc: string): number | undefined {
    return this.#ids.get(doc)
  }

  /** Remembers the id a document writes with; Yjs changes it when it meets its own id in somebody else's update. */
  async keep(doc: string, id: number): Promise<void> {
    if (this.#ids.get(doc) === id) return
    this.#ids.set(doc, id)
    await this.#area.set({ [KEY]: [...this.#ids] })
  }
}

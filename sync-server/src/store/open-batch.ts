import type { LogRow } from './log-messages.ts'
import { packUpdates } from './packed-updates.ts'

interface Run {
  readonly by: string
  readonly updates: Uint8Array[]
}

/** The updates that will share the next commit; those of one document and writer that come in a row share a log row. */
export class OpenBatch {
  #runs = new Map<string, Run[]>()

  get isEmpty(): boolean {
    return this.#runs.size === 0
  }

  add(doc: string, by: string, update: Uint8Array): void {
    const runs = this.#runs.get(doc)
    const last = runs?.at(-1)
    if (last?.by === by) last.updates.push(update)
    else if (runs) runs.push({ by, updates: [update] })
    else this.#runs.set(doc, [{ by, updates: [update] }])
  }

  /** The rows, in order within a document. The batch is empty after. */
  take(): LogRow[] {
    const rows = [...this.#runs].flatMap(([doc, runs]) =>
      runs.map(({ by, updates }) => ({ doc, by, count: updates.length, data: packUpdates(updates) })),
    )
    this.#runs = new Map()
    return rows
  }
}

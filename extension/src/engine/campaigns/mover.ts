import { queueDoc, workDoc, type CampaignId } from '@parley/shared/ids'
import { writeCampaign, writeMessage } from '@parley/shared/queue'
import type { Store, Work } from '../store/index.ts'
import type { CurrentWorkspace, Layout } from '../workspace/index.ts'
import { decodeChunk, encodeChunk, stageJob, START_FORMAT, START_PREFIX, startKey } from './start-row.ts'
import type { StartChunk, StartRow } from './start-row.ts'

/**
 * Moves started campaigns from `stage` into the queue, a chunk in each transaction, the header last: it alone makes a
 * campaign start. What is left to do lies in `kv` and `stage`, so it may be killed between any two lines; `resume`,
 * called at every start of the engine, goes on at the first chunk that is not in the queue.
 */
export class Mover {
  readonly #store: Store
  readonly #current: CurrentWorkspace
  readonly #starts: Map<CampaignId, StartRow>
  readonly #listeners = new Set<() => void>()
  #last: Promise<void> = Promise.resolve()

  private constructor(store: Store, current: CurrentWorkspace, starts: readonly StartRow[]) {
    this.#store = store
    this.#current = current
    this.#starts = new Map(starts.map((row) => [row.header.campaign, row]))
  }

  static async load(store: Store, current: CurrentWorkspace): Promise<Mover> {
    const rows = await store.kvWith(START_PREFIX)
    return new Mover(store, current, [...rows.values()] as StartRow[])
  }

  /** The campaigns whose header does not stand yet. */
  starts(): readonly StartRow[] {
    return [...this.#starts.values()]
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Stages a campaign inside the command that starts it, and moves it once that is durable. */
  stage(work: Work, head: Pick<StartRow, 'header' | 'counts'>, chunks: readonly StartChunk[]): void {
    const { campaign } = head.header
    const row: StartRow = { format: START_FORMAT, ...head, chunks: chunks.length, next: 0 }
    work.put('kv', { key: startKey(campaign), value: row })
    chunks.forEach((chunk, n) => {
      work.put('stage', { job: stageJob(campaign), n, format: START_FORMAT, rows: encodeChunk(chunk) })
    })
    work.afterCommit(() => {
      this.#keep(campaign, row)
      void this.resume()
    })
  }

  /** Goes on with every campaign that is on its way. */
  resume(): Promise<void> {
    this.#last = this.#last.then(async () => {
      for (const campaign of this.#starts.keys()) await this.#move(campaign).catch(report)
    })
    return this.#last
  }

  async #move(campaign: CampaignId): Promise<void> {
    for (let row = this.#starts.get(campaign); row; row = this.#starts.get(campaign)) {
      const { next } = row
      const key = startKey(campaign)
      // The command's id is the step's, so a step whose commit was not seen is not taken twice.
      await this.#store.command(`${key}/${next}`, 'campaigns.move', (work) => this.#step(work, campaign))
      const seen = this.#starts.get(campaign)?.next !== next
      if (!seen) this.#keep(campaign, (await this.#store.kv(key)) as StartRow | undefined)
    }
  }

  async #step(work: Work, campaign: CampaignId): Promise<void> {
    const row = (await work.row('kv', startKey(campaign)))?.value as StartRow | undefined
    const after = row && (await this.#takeStep(work, row, this.#current.require()))
    work.afterCommit(() => {
      this.#keep(campaign, after)
    })
  }

  /** @returns the row as it is after the step; undefined when the campaign has started. */
  async #takeStep(work: Work, row: StartRow, { workspace }: Layout): Promise<StartRow | undefined> {
    const { header, chunks, next } = row
    const key = startKey(header.campaign)
    if (next === chunks) {
      await work.edit(workDoc(workspace), (m) => {
        writeCampaign(m, header)
      })
      work.delete('kv', key)
      return undefined
    }
    const job = stageJob(header.campaign)
    const { part, messages } = decodeChunk((await work.row('stage', [job, next]))?.rows)
    await work.edit(queueDoc(workspace, part), (m) => {
      for (const message of messages) writeMessage(m, message)
    })
    work.delete('stage', [job, next])
    const after = { ...row, next: next + 1 }
    work.put('kv', { key, value: after })
    return after
  }

  #keep(campaign: CampaignId, row: StartRow | undefined): void {
    if (row) this.#starts.set(campaign, row)
    else this.#starts.delete(campaign)
    for (const listener of this.#listeners) listener()
  }
}

/** What is left undone is found again by the next `resume`. */
function report(error: unknown): void {
  console.error(`campaign start failed: ${error instanceof Error ? error.name : typeof error}`)
}

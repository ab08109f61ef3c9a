import type { Random } from '@parley/shared/ids'
import { StoreError, type ParleyDb, type Store } from '../../store/index.ts'
import type { CurrentWorkspace } from '../../workspace/index.ts'
import type { PhoneBook } from '../phone-book.ts'
import type { ImportFailure } from '../../../worker/failure.ts'
import type { HostOrder, ParserReport } from '../../../worker/protocol.ts'
import type { StagedChunk } from '../../../worker/staged-chunk.ts'
import { afterCrash, hasStalled } from './crash.ts'
import { isOpen, taskOf } from './job.ts'
import { allJobs, endJob, jobIn, jobOf, putJob } from './job-store.ts'
import { pinnedDocs } from './pinned-docs.ts'
import { sweep } from './sweep.ts'
import { takeChunk, type TakeOver } from './take-chunk.ts'

/** Where the workers live: an offscreen document in Chrome, the event page itself in Firefox. */
export interface ParserHost {
  send(order: HostOrder): Promise<void>
  /** No job is open any more. */
  close(): Promise<void>
}

export interface ImporterOptions {
  readonly store: Store
  readonly db: ParleyDb
  readonly host: ParserHost
  readonly now: () => number
  readonly workspace: CurrentWorkspace
  readonly phones: PhoneBook
  readonly random: Random
  /** Whether to be woken again: a job is open. */
  readonly wake: (wanted: boolean) => Promise<void>
}

/**
 * Drives imports. All it knows lies in `kv` and `stage`, so it may be killed between any two lines: `resume`, called at
 * every start and again while a job is open, goes on at the first chunk that is not taken over.
 */
export class Importer {
  readonly #options: ImporterOptions
  readonly #listeners = new Set<() => void>()
  #last: Promise<void> = Promise.resolve()
  #unpin: (() => void) | undefined

  constructor(options: ImporterOptions) {
    this.#options = options
  }

  /** Goes on with every open job and tidies up after the others. */
  resume(): Promise<void> {
    return this.#inTurn(() => this.#resume())
  }

  async #resume(): Promise<void> {
    const { db, host, now, wake } = this.#options
    const before = (await allJobs(db)).filter(isOpen)
    await sweep(db, before, now())
    if (before.length > 0) await wake(true)
    for (const job of before) await this.#drive(job.id)
    const open = (await allJobs(db)).filter(isOpen)
    for (const job of open) {
      if (hasStalled(job, now())) await this.#crashed(job.id)
      else await host.send({ kind: 'parse', task: taskOf(job) })
    }
    if (open.length === 0) await this.#rest()
  }

  /** Takes in what the worker says. */
  report(report: ParserReport): Promise<void> {
    const { jobId } = report
    return this.#inTurn(async () => {
      await this.#drive(jobId)
      if (report.kind === 'failed') await this.#fail(jobId, report.failure)
      if (report.kind === 'crashed') await this.#crashed(jobId)
    })
  }

  /** After a command ended a job. */
  settle(jobId: string): Promise<void> {
    return this.#inTurn(() => this.#settle(jobId))
  }

  /** Stops the job's worker and forgets what it staged. */
  async #settle(jobId: string): Promise<void> {
    const { db, host } = this.#options
    await host.send({ kind: 'stop', jobId })
    await db.stage.where('job').equals(jobId).delete()
    this.changed()
    if (!(await allJobs(db)).some(isOpen)) await this.#rest()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Takes over every chunk that lies ready. */
  async #drive(jobId: string): Promise<void> {
    const { workspace, phones, random } = this.#options
    const { layout } = workspace
    if (!layout) return
    const over = { layout, phones, random }
    this.#unpin ??= this.#options.store.pin(pinnedDocs(layout))
    try {
      let more = true
      while (more) more = await this.#takeNext(jobId, over)
    } catch (error) {
      if (!(error instanceof StoreError)) await this.#crashed(jobId)
      else if (error.reason === 'storage-full') await this.#fail(jobId, { reason: 'storage-full' })
      throw error
    }
  }

  /** The command's id is the chunk's, so a chunk whose commit was not seen is not taken twice. */
  async #takeNext(jobId: string, over: TakeOver): Promise<boolean> {
    const { store, db } = this.#options
    const job = await jobOf(db, jobId)
    const staged = job && isOpen(job) ? await db.stage.get([jobId, job.next]) : undefined
    if (!staged) return false
    const chunk = { n: staged.n, ...(staged.rows as Omit<StagedChunk, 'n'>) }
    const open = await store.command(`${jobId}/${chunk.n}`, 'import.chunk', async (work) => {
      const now = await jobIn(work, jobId)
      if (!now || !isOpen(now) || now.next !== chunk.n) return false
      return isOpen(await takeChunk(work, now, chunk, over))
    })
    this.changed()
    if (!open) await this.#settle(jobId)
    return open
  }

  async #fail(jobId: string, failure: ImportFailure): Promise<void> {
    await this.#options.store.command(`${jobId}/failed`, 'import.failed', async (work) => {
      const job = await jobIn(work, jobId)
      if (job && isOpen(job)) endJob(work, job, { state: 'failed', failure })
    })
    await this.#settle(jobId)
  }

  /** A dead worker is replaced; one that dies again and again on the same chunk ends the job. */
  async #crashed(jobId: string): Promise<void> {
    const { store, db, host, now } = this.#options
    await host.send({ kind: 'stop', jobId })
    const job = await jobOf(db, jobId)
    if (!job || !isOpen(job)) return
    const after = afterCrash(job, now())
    if (after.failure) {
      await this.#fail(jobId, after.failure)
      return
    }
    await store.command(`${jobId}/${job.next}/crash${after.crashes}`, 'import.crash', async (work) => {
      const current = await jobIn(work, jobId)
      if (current && isOpen(current) && current.next === job.next) putJob(work, after)
    })
    await host.send({ kind: 'parse', task: taskOf(after) })
  }

  /** No job is open: the shards may be closed and the workers' place too. */
  async #rest(): Promise<void> {
    const { host, wake } = this.#options
    this.#unpin?.()
    this.#unpin = undefined
    await host.close()
    await wake(false)
  }

  /** One step at a time. A failure is not the next one's: what it left undone is found again by `resume`. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(step).catch((error: unknown) => {
      console.error(`import failed: ${error instanceof Error ? error.name : typeof error}`)
    })
    return this.#last
  }
}

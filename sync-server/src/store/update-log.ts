import { Worker } from 'node:worker_threads'
import type { Durability, LogAnswer, LogRequest } from './log-messages.ts'
import { OpenBatch } from './open-batch.ts'

export interface UpdateLogOptions {
  readonly file: string
  readonly now: () => number
  /** After each commit: the new numbers of its documents. */
  readonly onCommit: (seqs: ReadonlyMap<string, number>) => void
  /** A commit failed. Nothing is acknowledged from here on; the process should end. */
  readonly onFailure: (error: unknown) => void
}

interface Waiting {
  readonly batch: number
  readonly go: () => void
}

/**
 * The update log with output commit: whatever leaves the server goes through `gate`, which holds it while an update
 * that was applied before it is not on the disk. Updates of one turn are one batch; batches that come while a commit is
 * under way share the next.
 */
export class UpdateLog implements AsyncDisposable {
  readonly #options: UpdateLogOptions
  readonly #worker: Worker
  readonly #open = new OpenBatch()
  /** The newest batch that holds something, whether it was sent to the worker or not. */
  #newest = 0
  #durable = 0
  #waiting: Waiting[] = []
  /** What to do when the worker has done a request, in the order of the requests. */
  readonly #underWay: (() => void)[] = []
  readonly #opened = Promise.withResolvers<Durability>()
  #scheduled = false
  #failed = false

  constructor(options: UpdateLogOptions) {
    this.#options = options
    this.#worker = new Worker(new URL('./log-worker.ts', import.meta.url), { workerData: { file: options.file } })
    this.#worker.on('message', (answer: LogAnswer) => this.#onAnswer(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#opened.promise.catch(() => undefined)
  }

  /** Resolves when the database is open, rejects when it cannot be. */
  get opened(): Promise<Durability> {
    return this.#opened.promise
  }

  /** Never throws: Yjs swallows what its listeners throw, and the update would be acknowledged. */
  append(doc: string, by: string, update: Uint8Array): void {
    if (this.#open.isEmpty) this.#newest += 1
    this.#open.add(doc, by, update)
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#dispatch()
    })
  }

  /** Runs `go` once everything appended so far is on the disk, in order; at once if it is. */
  gate(go: () => void): void {
    if (this.#durable === this.#newest) go()
    else this.#waiting.push({ batch: this.#newest, go })
  }

  /** Resolves once everything appended so far is on the disk. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.gate(resolve))
  }

  /** Call in the turn in which `state` was encoded: it stands for all that was appended until now. */
  snapshot(doc: string, state: Uint8Array): Promise<void> {
    this.#dispatch()
    return new Promise((resolve) => this.#ask({ kind: 'snapshot', doc, state }, resolve))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#failed) {
      await this.settled()
      await new Promise<void>((resolve) => this.#ask({ kind: 'close' }, resolve))
    }
    await this.#worker.terminate()
  }

  #dispatch(): void {
    if (this.#open.isEmpty) return
    const [rows, batch] = [this.#open.take(), this.#newest]
    const request: LogRequest = { kind: 'commit', at: this.#options.now(), rows }
    this.#ask(
      request,
      () => {
        this.#durable = batch
      },
      rows.map(({ data }) => data.buffer),
    )
  }

  #ask(request: LogRequest, onDone: () => void, transfer: readonly ArrayBuffer[] = []): void {
    this.#underWay.push(onDone)
    this.#worker.postMessage(request, transfer)
  }

  #onAnswer(answer: LogAnswer): void {
    if (this.#failed) return
    if ('error' in answer) this.#fail(answer.error)
    else if ('opened' in answer) this.#opened.resolve(answer.opened)
    else this.#onDone(answer.requests, answer.seqs)
  }

  #onDone(requests: number, seqs: ReadonlyMap<string, number>): void {
    for (const onDone of this.#underWay.splice(0, requests)) onDone()
    this.#release()
    if (seqs.size > 0) this.#options.onCommit(seqs)
  }

  /** Frames leave in the order they were given. */
  #release(): void {
    const still = this.#waiting.findIndex(({ batch }) => batch > this.#durable)
    for (const { go } of this.#waiting.splice(0, still < 0 ? this.#waiting.length : still)) go()
  }

  #fail(error: unknown): void {
    this.#failed = true
    this.#opened.reject(error)
    this.#options.onFailure(error)
  }
}

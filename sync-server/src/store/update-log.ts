import { Worker } from 'node:worker_threads'
import type { LogAnswer, LoggedUpdate, LogRequest } from './log-messages.ts'

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
 * that was applied before it is not on the disk. Updates of one turn, or that come while a commit is under way, share
 * the next commit.
 */
export class UpdateLog implements AsyncDisposable {
  readonly #options: UpdateLogOptions
  readonly #worker: Worker
  #open: LoggedUpdate[] = []
  /** The newest batch that holds something, whether it was sent to the worker or not. */
  #newest = 0
  #durable = 0
  #waiting: Waiting[] = []
  /** What to do with the worker's answers, which come in the order of the requests. */
  readonly #underWay: ((seqs: ReadonlyMap<string, number>) => void)[] = []
  #scheduled = false
  #failed = false

  constructor(options: UpdateLogOptions) {
    this.#options = options
    this.#worker = new Worker(new URL('./log-worker.ts', import.meta.url), { workerData: { file: options.file } })
    this.#worker.on('message', (answer: LogAnswer) => this.#onAnswer(answer))
    this.#worker.on('error', (error) => this.#fail(error))
  }

  /** Never throws: Yjs swallows what its listeners throw, and the update would be acknowledged. */
  append(doc: string, by: string, update: Uint8Array): void {
    if (this.#open.length === 0) this.#newest += 1
    this.#open.push([doc, by, update])
    if (this.#underWay.length > 0 || this.#scheduled) return
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
    return new Promise((resolve) => this.#ask({ kind: 'snapshot', doc, state }, () => resolve()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#failed) {
      await this.settled()
      await new Promise<void>((resolve) => this.#ask({ kind: 'close' }, () => resolve()))
    }
    await this.#worker.terminate()
  }

  #dispatch(): void {
    if (this.#open.length === 0) return
    const [updates, batch] = [this.#open, this.#newest]
    this.#open = []
    this.#ask({ kind: 'commit', at: this.#options.now(), updates }, (seqs) => {
      this.#durable = batch
      this.#release()
      this.#options.onCommit(seqs)
    })
  }

  #ask(request: LogRequest, onAnswer: (seqs: ReadonlyMap<string, number>) => void): void {
    this.#underWay.push(onAnswer)
    this.#worker.postMessage(request)
  }

  #onAnswer(answer: LogAnswer): void {
    if (this.#failed) return
    if (!answer.ok) {
      this.#fail(answer.error)
      return
    }
    this.#underWay.shift()?.(answer.seqs)
    if (this.#underWay.length === 0) this.#dispatch()
  }

  /** Frames leave in the order they were given. */
  #release(): void {
    const still = this.#waiting.findIndex(({ batch }) => batch > this.#durable)
    for (const { go } of this.#waiting.splice(0, still < 0 ? this.#waiting.length : still)) go()
  }

  #fail(error: unknown): void {
    this.#failed = true
    this.#options.onFailure(error)
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The server as it is started by `pnpm server`, in a process that can be killed. */
export class ServerProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #lines: string[] = []
  readonly #url = Promise.withResolvers<string>()
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>

  constructor(data: string) {
    const env = { ...process.env, PARLEY_DATA: data, PARLEY_PORT: '0', PARLEY_LOG: 'info' }
    this.#child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve(code ?? signal)
        this.#url.reject(new Error(this.output))
      })
    })
    this.#url.promise.catch(() => undefined)
    for (const stream of [this.#child.stdout, this.#child.stderr])
      if (stream) createInterface(stream).on('line', (line) => this.#read(line))
  }

  get output(): string {
    return this.#lines.join('\n')
  }

  /** Resolves when it takes connections; rejects with its output when it ends before. */
  url(): Promise<string> {
    return this.#url.promise
  }

  /** Does nothing to a process that has ended. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#child.kill(signal)
    await this.ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGKILL')
  }

  #read(line: string): void {
    this.#lines.push(line)
    const url = /Server listening at (http:\/\/[0-9.:]+)/.exec(line)?.[1]
    if (url !== undefined) this.#url.resolve(url)
  }
}

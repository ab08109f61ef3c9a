interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: Record<string, unknown>
  result?: Record<string, unknown>
  error?: { message: string }
}

interface Target {
  targetId: string
  type: string
  url: string
}

/** A raw DevTools session on the extension's service worker: Playwright gives none for workers. */
export class DebuggerSession {
  readonly #socket: WebSocket
  readonly #answers = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  readonly #events = new Map<string, (() => void)[]>()
  #sessionId: string | undefined
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as Message)
    })
  }

  static async open(url: string, extensionId: string): Promise<DebuggerSession> {
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => {
        reject(new Error(`No debugger answers at ${url}`))
      })
    })
    const session = new DebuggerSession(socket)
    await session.#attach(extensionId)
    return session
  }

  async #attach(extensionId: string): Promise<void> {
    const { targetInfos } = (await this.send('Target.getTargets')) as { targetInfos: Target[] }
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId))
    if (worker === undefined) throw new Error('The extension has no running service worker to attach to')
    const { sessionId } = await this.send('Target.attachToTarget', { targetId: worker.targetId, flatten: true })
    this.#sessionId = String(sessionId)
  }

  send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = ++this.#lastId
    const answer = Promise.withResolvers<Record<string, unknown>>()
    this.#answers.set(id, answer)
    this.#socket.send(JSON.stringify({ id, method, params, sessionId: this.#sessionId }))
    return answer.promise
  }

  once(method: string): Promise<void> {
    return new Promise((resolve) => {
      this.#events.set(method, [...(this.#events.get(method) ?? []), resolve])
    })
  }

  close(): void {
    this.#socket.close()
  }

  #receive({ id, method, result, error }: Message): void {
    if (method !== undefined) this.#emit(method)
    if (id === undefined) return
    const answer = this.#answers.get(id)
    this.#answers.delete(id)
    if (error) answer?.reject(new Error(error.message))
    else answer?.resolve(result ?? {})
  }

  #emit(method: string): void {
    const waiting = this.#events.get(method) ?? []
    this.#events.delete(method)
    for (const resolve of waiting) resolve()
  }
}

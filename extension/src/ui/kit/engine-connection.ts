import type { Answer, CallError, CallName, Input, Push, QueryName, Results, Transport } from '../../engine/calls.ts'

/** The engine's answer was no. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  readonly error: CallError

  constructor(error: CallError) {
    super(error.reason)
    this.error = error
  }
}

export type QueryState<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: CallError }

interface Pending {
  message: { id: string; name: string; input: unknown }
  settle: PromiseWithResolvers<unknown>
}

interface Watched {
  message: { id: string; watch: string; input: unknown }
  state: QueryState<unknown>
  listeners: Set<() => void>
}

const RETRY_MS = 15_000
const FIRST_BACKOFF_MS = 50
const LAST_BACKOFF_MS = 5_000

/**
 * Speaks to an engine that may die between any two messages: on a lost port it connects again, sends what is
 * unanswered under the same ids and watches what was watched.
 */
export class EngineClient {
  readonly #connect: () => Transport
  readonly #newId: () => string
  readonly #pending = new Map<string, Pending>()
  readonly #watched = new Map<string, Watched>()
  #port: Transport | undefined
  #backoff = FIRST_BACKOFF_MS
  #connected = true
  readonly #onConnection = new Set<() => void>()
  #reconnecting: ReturnType<typeof setTimeout> | undefined

  constructor(connect: () => Transport, newId: () => string) {
    this.#connect = connect
    this.#newId = newId
  }

  /** False from the moment the engine is lost until it speaks again. */
  readonly connected = (): boolean => this.#connected

  /** Calls `listener` on each change of `connected` until the returned function is called. */
  readonly watchConnection = (listener: () => void): (() => void) => {
    this.#onConnection.add(listener)
    return () => this.#onConnection.delete(listener)
  }

  #setConnected(connected: boolean): void {
    if (connected === this.#connected) return
    this.#connected = connected
    for (const listener of this.#onConnection) listener()
  }

  call<N extends CallName>(name: N, input: Input<N>): Promise<Results[N]> {
    const message = { id: this.#newId(), name, input }
    const settle = Promise.withResolvers<unknown>()
    this.#pending.set(message.id, { message, settle })
    const again = setInterval(() => this.#send(message), RETRY_MS)
    this.#send(message)
    return settle.promise.finally(() => clearInterval(again)) as Promise<Results[N]>
  }

  /** The last known answer. */
  state<N extends QueryName>(name: N, input: Input<N>): QueryState<Results[N]> {
    return (this.#watched.get(keyOf(name, input))?.state ?? LOADING) as QueryState<Results[N]>
  }

  /** Keeps the answer up to date until the returned function is called; watchers of the same question share one. */
  watch<N extends QueryName>(name: N, input: Input<N>, listener: () => void): () => void {
    const key = keyOf(name, input)
    const watched = this.#watched.get(key) ?? this.#startWatch(key, name, input)
    watched.listeners.add(listener)
    return () => {
      watched.listeners.delete(listener)
      if (watched.listeners.size > 0 || this.#watched.get(key) !== watched) return
      this.#watched.delete(key)
      this.#port?.postMessage({ id: watched.message.id, unwatch: true })
    }
  }

  #startWatch(key: string, name: string, input: unknown): Watched {
    const message = { id: this.#newId(), watch: name, input }
    const watched: Watched = { message, state: LOADING, listeners: new Set() }
    this.#watched.set(key, watched)
    this.#send(message)
    return watched
  }

  /** Over the open port; a new one sends all that is due, this message among it. */
  #send(message: unknown): void {
    if (this.#port) this.#port.postMessage(message)
    else if (this.#reconnecting === undefined) this.#open()
  }

  #open(): void {
    this.#reconnecting = undefined
    try {
      const port = this.#connect()
      port.onMessage.addListener((message) => this.#receive(message as Answer | Push))
      port.onDisconnect.addListener(() => this.#lost(port))
      this.#port = port
      for (const { message } of [...this.#pending.values(), ...this.#watched.values()]) port.postMessage(message)
    } catch {
      this.#lost(this.#port)
    }
  }

  #lost(port: Transport | undefined): void {
    if (port !== this.#port) return
    this.#port = undefined
    if (this.#pending.size + this.#watched.size === 0) return
    this.#setConnected(false)
    this.#reconnecting = setTimeout(() => this.#open(), this.#backoff)
    this.#backoff = Math.min(2 * this.#backoff, LAST_BACKOFF_MS)
  }

  #receive(message: Answer | Push): void {
    this.#backoff = FIRST_BACKOFF_MS
    this.#setConnected(true)
    if ('ok' in message) this.#settle(message)
    else this.#update(message)
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    if (answer.ok) pending?.settle.resolve(answer.value)
    else pending?.settle.reject(new CallFailed(answer.error))
  }

  #update(push: Push): void {
    for (const watched of this.#watched.values()) {
      if (watched.message.id !== push.id) continue
      watched.state = 'error' in push ? { state: 'failed', error: push.error } : { state: 'ready', value: push.value }
      for (const listener of watched.listeners) listener()
    }
  }
}

const LOADING: QueryState<never> = { state: 'loading' }

function keyOf(name: string, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`
}

// Listeners are foreign code of every shape, as in WhatsApp's own emitters.
type Listener = (...args: never[]) => void

interface Subscription {
  event: string
  listener: Listener
  context: unknown
}

/** Backbone's event contract, which WhatsApp's models keep: several names in one string, a context, `all`. */
export class Emitter {
  readonly #subscriptions: Subscription[] = []

  on(events: string, listener: Listener, context?: unknown): this {
    for (const event of events.split(' ')) this.#subscriptions.push({ event, listener, context })
    return this
  }

  once(events: string, listener: Listener, context?: unknown): this {
    const wrapped = (...args: never[]): void => {
      this.off(events, wrapped)
      listener.apply(context ?? this, args)
    }
    return this.on(events, wrapped, context)
  }

  off(events?: string, listener?: Listener): this {
    const names = events?.split(' ')
    for (let at = this.#subscriptions.length - 1; at >= 0; at -= 1) {
      const one = this.#subscriptions[at]
      if (one === undefined) continue
      const named = names === undefined || names.includes(one.event)
      if (named && (listener === undefined || one.listener === listener)) this.#subscriptions.splice(at, 1)
    }
    return this
  }

  trigger(event: string, ...args: unknown[]): this {
    for (const { event: name, listener, context } of [...this.#subscriptions]) {
      if (name === event) listener.apply(context ?? this, args as never[])
      else if (name === 'all') listener.apply(context ?? this, [event, ...args] as never[])
    }
    return this
  }

  listenTo(other: Emitter, events: string, listener: Listener): this {
    other.on(events, listener, this)
    return this
  }

  stopListening(): this {
    return this
  }
}

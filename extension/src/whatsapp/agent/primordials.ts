/**
 * Taken when the agent loads, before the first script of the page: what the page replaces later, a prototype's method
 * or a getter, it replaces for itself. Without this a patched `postMessage` would be handed our port as its `this`.
 */
const uncurry = <This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): ((self: This, ...args: Args) => Result) => Function.prototype.call.bind(method) as never

function getter<Target, Value>(prototype: Target, name: keyof Target): (self: Target) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  if (!get) throw new Error(`No getter ${String(name)}`)
  return uncurry(get as (this: Target) => Value)
}

type Listen = (self: EventTarget, type: string, listener: (event: never) => void, capture?: boolean) => void

export const listen = uncurry(EventTarget.prototype.addEventListener) as unknown as Listen
export const unlisten = uncurry(EventTarget.prototype.removeEventListener) as unknown as Listen
export const stopEvent = uncurry(Event.prototype.stopImmediatePropagation)
export const dataOf = getter<MessageEvent, unknown>(MessageEvent.prototype, 'data')
export const portsOf = getter<MessageEvent, readonly MessagePort[]>(MessageEvent.prototype, 'ports')
export const post = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void)
export const startPort = uncurry(MessagePort.prototype.start)
export const later = setTimeout.bind(window)
export const own = Object.hasOwn

/**
 * Taken when the agent loads, before the first script of the page: what the page replaces later, a prototype's method
 * or a getter, it replaces for itself. Without this a patched `postMessage` would be handed our port as its `this`.
 */
const uncurry = <This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): ((self: This, ...args: Args) => Result) => Function.prototype.call.bind(method) as never

function getter<Target, Name extends keyof Target>(prototype: Target, name: Name): (self: Target) => Target[Name] {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
  if (!descriptor?.get) throw new Error(`No getter ${String(name)}`)
  return uncurry(descriptor.get as (this: Target) => Target[Name])
}

type Listen = (self: EventTarget, type: 'message', listener: (event: MessageEvent) => void, capture?: boolean) => void

export const listen = uncurry(EventTarget.prototype.addEventListener) as unknown as Listen
export const unlisten = uncurry(EventTarget.prototype.removeEventListener) as unknown as Listen
export const stopEvent = uncurry(Event.prototype.stopImmediatePropagation)
export const dataOf: (event: MessageEvent) => unknown = getter<MessageEvent, 'data'>(MessageEvent.prototype, 'data')
export const portsOf = getter<MessageEvent, 'ports'>(MessageEvent.prototype, 'ports')
export const post = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void)
export const startPort = uncurry(MessagePort.prototype.start)
export const later = setTimeout.bind(window)
export const own = Object.hasOwn

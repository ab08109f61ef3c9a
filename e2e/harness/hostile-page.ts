import { request } from 'node:https'
import type { BrowserContext } from 'playwright'

/** What a hostile page got hold of. */
export interface Loot {
  /** Ports of ours it could use. */
  ports: number
  handshakes: number
  /** Everything its replaced functions were handed, as text. */
  heard: string
}

/** Serves WhatsApp's document with `script` before its own first script, under the same policy. */
export async function serveWithFirstScript(context: BrowserContext, port: number, script: () => void): Promise<void> {
  await context.route('https://web.whatsapp.com/', async (route) => {
    const { body, headers } = await documentOf(port)
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    const first = `<head><script nonce="${nonce}">(${script.toString()})()</script>`
    await route.fulfill({ body: body.replace('<head>', first), headers: headers as Record<string, string> })
  })
}

function documentOf(port: number): Promise<{ body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', headers: { host: 'web.whatsapp.com' }, rejectUnauthorized: false }
    const asked = request(options, (response) => {
      let body = ''
      response.on('data', (part) => (body += String(part)))
      response.on('end', () => {
        resolve({ body, headers: kept(response.headers) })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Headers of the document itself; those of the connection are not ours to pass on. */
function kept(headers: object): Record<string, unknown> {
  const own = Object.entries(headers).filter(([name]) => !['transfer-encoding', 'connection'].includes(name))
  return Object.fromEntries(own)
}

/** Runs as the page's first script: replaces what a bridge in this world would use, and keeps what it is handed. */
export function stealEverything(): void {
  const loot = { ports: 0, handshakes: 0, heard: [] as string[] }
  Object.assign(window, { loot })
  const { addEventListener, dispatchEvent } = EventTarget.prototype
  const { postMessage } = MessagePort.prototype
  const { then } = Promise.prototype
  const { call, apply } = Function.prototype
  const { stringify } = JSON
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get
  const ports = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'ports')?.get
  const invoke = Reflect.apply
  function hear(self: unknown, args: unknown): void {
    if (self instanceof MessagePort) loot.ports++
    try {
      loot.heard[loot.heard.length] = stringify(args)
    } catch {
      // Not text.
    }
  }
  invoke(addEventListener, window, [
    'message',
    (event: MessageEvent) => {
      if ((event.data as { kind?: unknown } | null)?.kind === 'parley.bridge') loot.handshakes++
    },
    true,
  ])
  MessagePort.prototype.postMessage = function (...args: unknown[]) {
    hear(this, args)
    invoke(postMessage, this, args)
  }
  EventTarget.prototype.addEventListener = function (...args: unknown[]) {
    if (this instanceof MessagePort) loot.ports++
    invoke(addEventListener, this, args)
  }
  EventTarget.prototype.dispatchEvent = function (event) {
    return invoke<EventTarget, [Event], boolean>(dispatchEvent, this, [event])
  }
  Event.prototype.stopImmediatePropagation = () => undefined
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get(this: MessageEvent) {
      if (data === undefined) return undefined
      const value: unknown = invoke(data, this, [])
      hear(this.target, value)
      return value
    },
  })
  Object.defineProperty(MessageEvent.prototype, 'ports', {
    get(this: MessageEvent) {
      const value = ports === undefined ? [] : (invoke(ports, this, []) as MessagePort[])
      loot.ports += value.length
      return value
    },
  })
  Function.prototype.call = function (self: unknown, ...args: unknown[]) {
    if (self instanceof MessagePort) loot.ports++
    return invoke(call, this, [self, ...args]) as unknown
  }
  Function.prototype.apply = function (self: unknown, args: unknown) {
    if (self instanceof MessagePort) loot.ports++
    return invoke(apply, this, [self, args]) as unknown
  }

  Promise.prototype.then = function (...args: unknown[]) {
    return invoke(then, this, args) as never
  }
  Object.hasOwn = () => true
}

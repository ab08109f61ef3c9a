import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import type { DeviceId } from '@parley/shared/ids'
import { readServerSays, type ServerSays } from '@parley/shared/sync'
import { WebSocket, type ClientOptions } from 'ws'
import * as Y from 'yjs'
import { newDevice, tokenFor, type Member } from './test-server.ts'

/** One document open on a device's socket, and what became of it. */
export class OpenDocument {
  readonly doc = new Y.Doc()
  readonly m: Y.Map<unknown> = this.doc.getMap('m')
  readonly said: ServerSays[] = []
  /** The reason it was not opened or was closed. */
  ended: string | undefined
  readonly provider: HocuspocusProvider

  constructor(socket: HocuspocusProviderWebsocket, name: string, token: () => Promise<string>) {
    this.provider = new HocuspocusProvider({
      websocketProvider: socket,
      name,
      document: this.doc,
      token,
      // Else a late ack of an earlier opening of the document on this socket counts for this one.
      sessionAwareness: true,
      onAuthenticationFailed: ({ reason }) => (this.ended = reason),
      onClose: ({ event }) => (this.ended ??= event.reason),
      onStateless: ({ payload }) => {
        const message = readServerSays(payload)
        if (message) this.said.push(message)
      },
    })
    this.provider.attach()
  }

  get acked(): boolean {
    return this.provider.synced && this.provider.unsyncedChanges === 0
  }
}

/** A socket that is given up while it connects says so in an event the provider no longer listens to. */
export class QuietSocket extends WebSocket {
  constructor(url: string, options: ClientOptions = {}) {
    super(url, options)
    this.on('error', () => undefined)
  }
}

/** A device with one socket, on which documents are opened. */
export class TestDevice implements Disposable {
  readonly socket: HocuspocusProviderWebsocket
  readonly id: DeviceId
  /** Taken once: a device may be offline from the server's REST side while its token lasts. */
  token: () => Promise<string>
  readonly #opened: OpenDocument[] = []

  private constructor(url: string, id: DeviceId, token: () => Promise<string>, WebSocketPolyfill: unknown) {
    this.id = id
    this.token = token
    this.socket = new HocuspocusProviderWebsocket({
      url: `${url.replace('http', 'ws')}/sync`,
      WebSocketPolyfill,
      delay: 50,
      minDelay: 50,
      jitter: false,
    })
  }

  static async of(member: Member, id?: DeviceId, WebSocketPolyfill: unknown = QuietSocket): Promise<TestDevice> {
    const device = id ?? (await newDevice(member))
    return new TestDevice(member.url, device, () => tokenFor(member, device), WebSocketPolyfill)
  }

  open(name: string): OpenDocument {
    const opened = new OpenDocument(this.socket, name, () => this.token())
    this.#opened.push(opened)
    return opened
  }

  [Symbol.dispose](): void {
    for (const { provider } of this.#opened) provider.destroy()
    this.socket.destroy()
  }
}

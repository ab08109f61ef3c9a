import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketLike } from '@hocuspocus/server'
import { MAX_WHOLE_DOCUMENT } from '@parley/shared/sync'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Log } from '../ops/log.ts'
import type { UpdateLog } from '../store/update-log.ts'
import type { Hub } from './hub.ts'
import type { LiveDevices } from './live-devices.ts'
import { LiveSocket } from './live-socket.ts'
import { paced } from './pace.ts'

/** A reader this far behind is cut off: it loses nothing, the handshake brings it up to date. */
const MAX_UNREAD = 2 * MAX_WHOLE_DOCUMENT
/** A document and the few bytes around it. Too small a limit would cut the same client off again and again. */
const MAX_FRAME = MAX_WHOLE_DOCUMENT + 1024
/** What hooks see of a socket's request: addresses, cookies and queries are none of their business. */
const NO_REQUEST = new Request('http://localhost/sync')

export interface SocketParts {
  readonly http: Server
  readonly hub: Hub
  readonly updates: UpdateLog
  readonly devices: LiveDevices
  readonly log: Log
}

/** Documents are served at `/sync` on the port of the REST routes. */
export function serveSockets({ http, hub, updates, devices, log }: SocketParts): Disposable {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false })
  const open = (ws: WebSocket): void => {
    const socket = new LiveSocket(ws)
    const client = hub.hocuspocus.handleConnection(gated(ws, updates), NO_REQUEST, { by: 'nobody', socket })
    ws.on(
      'message',
      paced(ws, (data) => client.handleMessage(data)),
    )
    ws.on('error', (err) => log.info({ err: err.message }, 'socket failed'))
    ws.on('close', (code, reason) => {
      devices.release(socket)
      client.handleClose({ code, reason: reason.toString() })
    })
  }
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // Node leaves an upgrade's stream to us: an error nobody listens to, as when the client hangs up, ends the process.
    stream.on('error', () => undefined)
    // Compared as it came: parsing it as an address throws for targets that are none.
    if (request.url?.split('?', 1)[0] === '/sync') sockets.handleUpgrade(request, stream, head, open)
    else stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  }
  http.on('upgrade', onUpgrade)
  return {
    [Symbol.dispose]: () => {
      http.off('upgrade', onUpgrade)
      for (const ws of sockets.clients) ws.terminate()
      sockets.close()
    },
  }
}

/** Output commit: no frame leaves before the updates it may tell of are on the disk. */
function gated(ws: WebSocket, updates: UpdateLog): WebSocketLike {
  return {
    get readyState() {
      return ws.readyState
    },
    send: (data) =>
      updates.gate(() => {
        if (ws.bufferedAmount > MAX_UNREAD) ws.terminate()
        else if (ws.readyState === ws.OPEN) ws.send(data as Uint8Array)
      }),
    close: (code, reason) => updates.gate(() => ws.close(code, reason)),
  }
}

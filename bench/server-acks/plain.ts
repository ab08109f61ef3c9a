// Hocuspocus on the same kind of socket as ours, with nothing stored and everything acknowledged.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'

const hocuspocus = new Hocuspocus({ quiet: true })
const http = createServer()
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (ws) => {
  const client = hocuspocus.handleConnection(ws, new Request('http://localhost'))
  ws.on('message', (data: Buffer) => client.handleMessage(new Uint8Array(data)))
  ws.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
})
http.listen(0, '127.0.0.1', () => {
  console.log(`listening at http://127.0.0.1:${String((http.address() as AddressInfo).port)}`)
})

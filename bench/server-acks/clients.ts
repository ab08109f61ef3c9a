import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** One client's place: a document of its own, and what opens it. */
export interface Seat {
  readonly document: string
  readonly token: string
}

const SYNC = 0
const UPDATE = 2
const AUTH = 2
const SYNC_STATUS = 8
const APPLIED = 1
const IN_FLIGHT = 8

/** A client that keeps a few updates unacknowledged. Its frames are made before the clock runs. */
export interface Client {
  /** Resolves when every frame is acknowledged. */
  run(): Promise<void>
  close(): void
}

/** Connects and attaches; the document's own answer to that has arrived when this resolves. */
export async function openClient(url: string, { document, token }: Seat, updates: number): Promise<Client> {
  const ws = new WebSocket(url, { perMessageDeflate: false })
  await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject))
  const address = varBytes(Buffer.from(document))
  const attached = new Promise((resolve) => ws.once('message', resolve))
  ws.send(Buffer.concat([address, Buffer.from([AUTH, 0]), varBytes(Buffer.from(token))]))
  await attached
  const frames = makeUpdates(updates).map((update) =>
    Buffer.concat([address, Buffer.from([SYNC, UPDATE]), varBytes(update)]),
  )
  return {
    run: () => pump(ws, frames, address.length),
    close: () => ws.terminate(),
  }
}

function pump(ws: WebSocket, frames: readonly Buffer[], typeAt: number): Promise<void> {
  let [sent, acked] = [0, 0]
  const fill = (): void => {
    while (sent < frames.length && sent - acked < IN_FLIGHT) ws.send(frames[sent++] ?? Buffer.of())
  }
  return new Promise((resolve, reject) => {
    ws.on('close', () => reject(new Error('the server closed the connection')))
    ws.on('message', (data: Buffer) => {
      if (data[typeAt] !== SYNC_STATUS) return
      if (data[typeAt + 1] !== APPLIED) reject(new Error('the server refused an update'))
      acked += 1
      if (acked === frames.length) resolve()
      else fill()
    })
    fill()
  })
}

/** One field edit after another on 200 contacts, about 60 bytes each. */
function makeUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const m = doc.getMap('m')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < count; at++)
    m.set(`c${String(at % 200).padStart(15, '0')}/f/aaaaaaaa`, [`value ${String(at)}`, 'op00000001'])
  return updates
}

function varBytes(bytes: Uint8Array): Buffer {
  const length: number[] = []
  let rest = bytes.length
  for (; rest > 127; rest = Math.floor(rest / 128)) length.push((rest % 128) | 128)
  return Buffer.concat([Buffer.from([...length, rest]), bytes])
}

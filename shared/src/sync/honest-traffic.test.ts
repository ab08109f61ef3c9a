import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { parseDocName } from '../ids/index.ts'
import { checkUpdate } from './check-update.ts'

const queue = parseDocName('q/Aa1Bb2Cc3Dd4Ee5F/d20261124')

/** mulberry32: a seed names a run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Four devices that write facts of the same messages, go offline, meet each other and shake hands with the server. */
function run(seed: number): void {
  const below = random(seed)
  const server = new Y.Doc()
  const devices = Array.from({ length: 4 }, () => new Y.Doc())
  const send = (update: Uint8Array): void => {
    if (!queue) throw new Error('no such document')
    expect(checkUpdate(server, queue, update, 'whole'), `seed ${seed}`).toBeUndefined()
    Y.applyUpdate(server, update)
  }
  for (let step = 0; step < 60; step++) {
    const device = devices[below(4)] ?? server
    const m = device.getMap('m')
    const key = `m00000000000000000000${below(9)}~1.1.${['sent', 'read', 'failed'][below(3)] ?? ''}`
    const before = Y.encodeStateVector(device)
    const act = below(5)
    if (act < 3 && !m.has(key)) m.set(key, key.endsWith('failed') ? ['463'] : [1_764_000_000_000 + below(1_000)])
    if (act === 0) handshake(device, server, send)
    if (act === 3) Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
    if (act === 4) Y.applyUpdate(device, Y.encodeStateAsUpdate(devices[below(4)] ?? device))
    if (act === 1 && below(2) === 0) blind(device, before, server, send)
  }
  for (const device of devices) handshake(device, server, send)
  for (const device of devices) {
    Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
    expect(device.getMap('m').toJSON(), `seed ${seed}`).toEqual(server.getMap('m').toJSON())
  }
}

function handshake(device: Y.Doc, server: Y.Doc, send: (update: Uint8Array) => void): void {
  send(Y.encodeStateAsUpdate(device, Y.encodeStateVector(server)))
}

/** A live edit is only sent when nothing earlier is missing on the server, as a provider in sync does. */
function blind(device: Y.Doc, before: Uint8Array, server: Y.Doc, send: (update: Uint8Array) => void): void {
  const known = Y.decodeStateVector(Y.encodeStateVector(server))
  const complete = [...Y.decodeStateVector(before)].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
  if (complete) send(Y.encodeStateAsUpdate(device, before))
}

describe('[SY53] honest traffic on an append-only document is never refused', () => {
  it('over 300 seeds of concurrent, offline and repeated writes', () => {
    for (let seed = 1; seed <= 300; seed++) run(seed)
  })
})

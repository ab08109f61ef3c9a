import type { RawData, WebSocket } from 'ws'

/** What one socket may bring at once, and what it wins back per second. An upload of a workspace fits the burst. */
const FRAMES = { burst: 5_000, perSecond: 2_000 }
const BYTES = { burst: 64 * 1024 * 1024, perSecond: 16 * 1024 * 1024 }

/** How long to stop reading so that both allowances are above zero again, ms. */
function wait(frames: number, bytes: number): number {
  return Math.ceil(1000 * Math.max(0, -frames / FRAMES.perSecond, -bytes / BYTES.perSecond))
}

/** A listener that stops reading from a socket faster than that: TCP slows its sender down, nothing is lost. */
export function paced(ws: WebSocket, onFrame: (data: Uint8Array) => void): (data: RawData) => void {
  let [frames, bytes, at] = [FRAMES.burst, BYTES.burst, performance.now()]
  return (data) => {
    const frame = new Uint8Array(data as Buffer)
    const elapsed = (performance.now() - at) / 1000
    at += elapsed * 1000
    frames = Math.min(FRAMES.burst, frames + elapsed * FRAMES.perSecond) - 1
    bytes = Math.min(BYTES.burst, bytes + elapsed * BYTES.perSecond) - frame.byteLength
    const pause = wait(frames, bytes)
    if (pause > 0 && !ws.isPaused) {
      ws.pause()
      setTimeout(() => ws.resume(), pause)
    }
    onFrame(frame)
  }
}

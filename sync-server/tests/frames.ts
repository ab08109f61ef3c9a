// Hocuspocus frames by hand, for what no honest provider sends. https://tiptap.dev/docs/hocuspocus
import { WebSocket } from 'ws'

export const TYPE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  stateless: 5,
  broadcastStateless: 6,
  close: 7,
  syncStatus: 8,
} as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

export function varUint(value: number): number[] {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return [...bytes, value]
}

export function varBytes(bytes: Uint8Array): number[] {
  return [...varUint(bytes.length), ...bytes]
}

export function varString(text: string): number[] {
  return varBytes(new TextEncoder().encode(text))
}

export function frame(document: string, type: number, ...rest: readonly (number | readonly number[])[]): Uint8Array {
  return Uint8Array.from([...varString(document), ...varUint(type), ...rest.flat()])
}

/** A socket that sends whatever it is given and keeps what comes back. */
export class RawSocket implements Disposable {
  readonly ws: WebSocket
  readonly received: Uint8Array[] = []
  readonly opened: Promise<unknown>

  constructor(url: string) {
    this.ws = new WebSocket(`${url.replace('http', 'ws')}/sync`)
    this.opened = new Promise((resolve) => this.ws.once('open', resolve))
    this.ws.on('message', (data: Buffer) => this.received.push(new Uint8Array(data)))
    this.ws.on('error', () => undefined)
  }

  async attach(document: string, token: string): Promise<void> {
    await this.opened
    this.ws.send(frame(document, TYPE.auth, 0, varString(token)))
  }

  /** Payloads of the frames of one type about one document. */
  answers(document: string, type: number): number[][] {
    const head = [...varString(document), type]
    return this.received.flatMap((data) => {
      const bytes = [...data]
      return head.every((byte, i) => bytes[i] === byte) ? [bytes.slice(head.length)] : []
    })
  }

  /** The reason of the close message for the document. */
  closed(document: string): string | undefined {
    const [payload] = this.answers(document, TYPE.close)
    return payload && new TextDecoder().decode(Uint8Array.from(payload.slice(1)))
  }

  [Symbol.dispose](): void {
    this.ws.terminate()
  }
}

import type { ServerResponse } from 'node:http'
import type { ServerEvent } from '../wire-types.ts'

/** The open pages of the account; each is a linked device's tab. */
export class EventStream {
  readonly #open = new Map<string, ServerResponse>()

  connect(client: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': connected\n\n')
    this.#open.set(client, response)
    response.on('close', () => {
      if (this.#open.get(client) === response) this.#open.delete(client)
    })
  }

  get size(): number {
    return this.#open.size
  }

  send(event: ServerEvent, except?: string): void {
    for (const [client, response] of this.#open)
      if (client !== except) response.write(`data: ${JSON.stringify(event)}\n\n`)
  }

  closeAll(): void {
    for (const response of this.#open.values()) response.end()
  }
}

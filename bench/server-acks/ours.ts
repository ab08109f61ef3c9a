import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { contactDoc, newDeviceId, newWorkspaceId } from '@parley/shared/ids'
import { signedIn, tokenAnswer } from '@parley/shared/sync'
import { startChild, type ChildServer } from './child-server.ts'
import type { Seat } from './clients.ts'

const random = (bytes: number): Uint8Array => randomBytes(bytes)

export interface Prepared extends AsyncDisposable {
  readonly server: ChildServer
  readonly seats: Seat[]
  /** Updates that the clients' documents hold on the disk. */
  stored(): number
}

/** The shipped server on a fresh folder, with one registered device and document per client. */
export async function prepareOurs(clients: number): Promise<Prepared> {
  const data = mkdtempSync(join(tmpdir(), 'parley-bench-server-'))
  const server = await startChild('sync-server/src/main.ts', {
    PARLEY_DATA: data,
    PARLEY_PORT: '0',
    PARLEY_LOG: 'info',
  })
  requireFull(server)
  const workspace = newWorkspaceId(random)
  const into = { kind: 'workspace', id: workspace, name: 'Bench' }
  const account = { email: 'bench@example.org', password: 'correct horse battery', name: 'Bench', into }
  const { session } = signedIn.parse(await post(server.url, '/v1/accounts', account))
  const seats: Seat[] = []
  for (let at = 0; at < clients; at++) {
    const device = newDeviceId(random)
    await post(server.url, '/v1/devices', { workspace, device, name: 'Bench' }, session)
    const { token } = tokenAnswer.parse(await post(server.url, '/v1/token', { workspace, device }, session))
    seats.push({ document: contactDoc(workspace, 0, at), token })
  }
  return {
    server,
    seats,
    stored: () => {
      using db = new DatabaseSync(join(data, 'documents.sqlite'), { readOnly: true })
      return Number(db.prepare("SELECT sum(seq) n FROM doc WHERE name LIKE 'c/%'").get()?.n)
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      rmSync(data, { recursive: true })
    },
  }
}

/** As the connection that commits reads it back: a run without it would measure something else. */
function requireFull({ said }: ChildServer): void {
  const line = said.find((text) => text.includes('update log opened'))
  if (!line?.includes('"journalMode":"wal","synchronous":2')) throw new Error(`not durable: ${String(line)}`)
}

async function post(url: string, path: string, body: unknown, session = ''): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`)
  return response.json()
}

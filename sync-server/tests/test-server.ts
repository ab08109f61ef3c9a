import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newDeviceId, newWorkspaceId, type DeviceId, type WorkspaceId } from '@parley/shared/ids'
import { signedIn, tokenAnswer, type Role } from '@parley/shared/sync'
import type { Config } from '../src/config.ts'
import { startServer } from '../src/server.ts'

export const random = (bytes: number): Uint8Array => randomBytes(bytes)

export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly data: string
  /** Moves the server's clock forward, ms. */
  later(ms: number): void
  /** Ends the process's part and starts another on the same folder. */
  restart(): Promise<void>
}

/** The real server on a folder of its own, gone with the test. */
export async function testServer(config: Partial<Config> = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'parley-server-'))
  let ahead = 0
  const whole: Config = {
    data,
    host: '127.0.0.1',
    port: 0,
    behindProxy: false,
    tokenSeconds: 600,
    logLevel: 'silent',
    ...config,
  }
  const start = (): ReturnType<typeof startServer> => startServer(whole, () => Date.now() + ahead)
  let server = await start()
  return {
    get url() {
      return server.url
    },
    data,
    later: (ms) => {
      ahead += ms
    },
    restart: async () => {
      await server[Symbol.asyncDispose]()
      server = await start()
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      rmSync(data, { recursive: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** One REST call. A JSON body, or bytes as they are. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  session?: string,
): Promise<Answer> {
  const headers: Record<string, string> = {}
  if (session !== undefined) headers.authorization = `Bearer ${session}`
  if (body !== undefined)
    headers['content-type'] = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
  const sent = body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: sent }) })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
}

export interface Member {
  readonly url: string
  readonly session: string
  readonly account: string
  readonly workspace: WorkspaceId
  readonly email: string
}

export const PASSWORD = 'correct horse battery'

/** A new account with a new workspace, or in the workspace of `by` with the role. */
export async function newMember(url: string, invited?: { by: Member; role: Role }): Promise<Member> {
  const email = `${newDeviceId(random)}@example.org`
  const into = invited
    ? { kind: 'invite', code: await newInvite(invited.by, invited.role) }
    : { kind: 'workspace', id: newWorkspaceId(random), name: 'Bakery' }
  const { body } = await call(url, 'POST', '/v1/accounts', { email, password: PASSWORD, name: 'Ada', into })
  const { session, account, memberships } = signedIn.parse(body)
  const workspace = memberships[0]?.workspace
  if (!workspace) throw new Error('registered without a workspace')
  return { url, session, account, workspace, email }
}

export async function newInvite(by: Member, role: Role): Promise<string> {
  const { body } = await call(by.url, 'POST', '/v1/invites', { workspace: by.workspace, role, days: 7 }, by.session)
  return String(body.code)
}

export async function newDevice({ url, session, workspace }: Member): Promise<DeviceId> {
  const device = newDeviceId(random)
  await call(url, 'POST', '/v1/devices', { workspace, device, name: 'Laptop' }, session)
  return device
}

export async function tokenFor({ url, session, workspace }: Member, device: DeviceId): Promise<string> {
  const { body } = await call(url, 'POST', '/v1/token', { workspace, device }, session)
  return tokenAnswer.parse(body).token
}

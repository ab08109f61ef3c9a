import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ExistsAnswer, PointAnswer, SendRequest } from '../wire-types.ts'
import type { Account } from './account.ts'
import { pageScript } from './bundle.ts'
import { documentHeaders, documentHtml, newNonce, SERVICE_WORKER } from './document.ts'
import type { EventStream } from './event-stream.ts'
import type { Failures } from './failures.ts'
import type { Holds } from './holds.ts'
import type { Sending } from './sending.ts'

export interface Parts {
  account: Account
  holds: Holds
  failures: Failures
  events: EventStream
  sending: Sending
}

type Handler = (parts: Parts, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

const sendBody = z.object({
  id: z.string(),
  chat: z.string(),
  from: z.string(),
  type: z.enum(['chat', 'image', 'video', 'document']),
  text: z.string(),
  byHand: z.boolean(),
  resend: z.boolean(),
}) satisfies z.ZodType<SendRequest>
const pointBody = z.object({ point: z.enum(['look-up', 'store']), detail: z.string(), chat: z.string().optional() })
const storedBody = z.object({ wid: z.string() })

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /': page,
  'GET /send': page,
  'GET /assets/app.js': async (_parts, _request, response) => {
    asset(response, 'text/javascript', await pageScript())
  },
  'GET /assets/app.css': async (_parts, _request, response) => {
    asset(response, 'text/css', await readFile(join(import.meta.dirname, '..', 'page', 'dom', 'app.css'), 'utf8'))
  },
  'GET /favicon.ico': (_parts, _request, response) => {
    response.writeHead(204).end()
  },
  'GET /sw.js': (_parts, _request, response) => {
    asset(response, 'text/javascript', SERVICE_WORKER)
  },
  'GET /wire/boot': ({ account }, _request, response) => {
    json(response, account.boot())
  },
  'GET /wire/sync': ({ account }, _request, response) => {
    json(response, account.history === 'synced' ? account.messages : [])
  },
  'GET /wire/events': ({ events }, _request, response, url) => {
    events.connect(url.searchParams.get('client') ?? '', response)
  },
  'POST /wire/point': point,
  'POST /wire/exists': exists,
  'POST /wire/send': send,
}

export async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://web.whatsapp.com')
  const handler = ROUTES[`${request.method ?? 'GET'} ${url.pathname}`]
  if (handler === undefined) {
    response.writeHead(404).end()
    return
  }
  await handler(parts, request, response, url)
}

function page({ account }: Parts, _request: IncomingMessage, response: ServerResponse): void {
  const nonce = newNonce()
  response.writeHead(200, documentHeaders(nonce, account.settings.crossOriginIsolation))
  response.end(documentHtml(nonce))
}

async function point(
  { account, holds, failures }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { point: name, detail, chat } = pointBody.parse(await body(request))
  await holds.pass(name, detail)
  const person = account.byWid(chat ?? '')?.phone
  const crash = name === 'store' && failures.take((kind) => kind === 'crash-after-store', person) !== undefined
  json(response, { kind: crash ? 'crash' : 'go' } satisfies PointAnswer)
}

async function exists(
  { account, holds, failures }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { wid } = storedBody.parse(await body(request))
  await holds.pass('resolve', wid)
  const person = account.byWid(wid)
  const failure = failures.take((kind) => kind === 'resolve-error', person?.phone)
  const answer: ExistsAnswer =
    failure !== undefined || account.mode !== 'MAIN'
      ? { kind: 'error', status: 503 }
      : person?.registered === true
        ? { kind: 'present', person, answerWith: account.settings.existsAnswersWith }
        : { kind: 'absent' }
  json(response, answer)
}

async function send({ sending }: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sender = { device: header(request, 'x-device'), client: header(request, 'x-client') }
  const outcome = await sending.receive(sendBody.parse(await body(request)), sender)
  if (outcome.kind === 'broken') breakOff(response)
  else json(response, outcome)
}

/** Cut within the body: a connection cut before any answer is silently retried by Chromium, which would transmit twice. */
function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
  response.write('{', () => response.destroy())
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

async function body(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

function asset(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cross-origin-resource-policy': 'same-origin' })
  response.end(text)
}

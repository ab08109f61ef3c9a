import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PageEvent } from '../protocol.ts'
import { openPageLink, type PageLink } from './page-link.ts'

const ACK: PageEvent = { kind: 'ack', id: '3EB0A', chat: '1@lid', ack: 1 }

let life: AbortController
let agent: MessagePort
let link: PageLink
let events: PageEvent[]
let asked: { id: number; name: string }[]

beforeEach(() => {
  life = new AbortController()
  const { port1, port2 } = new MessageChannel()
  agent = port2
  events = []
  asked = []
  agent.onmessage = ({ data }: MessageEvent<{ id: number; name: string }>) => asked.push(data)
  link = openPageLink(port1, (event) => events.push(event), life.signal)
})

afterEach(() => {
  life.abort()
  agent.close()
})

async function arrived(check: () => void): Promise<void> {
  await vi.waitFor(check)
}

it('[SE10] answers are matched to their question and parsed by what was asked', async () => {
  const answer = link.ask('resolve', { wid: '491510000000@c.us' })
  await arrived(() => expect(asked).toHaveLength(1))
  agent.postMessage({ id: asked[0]?.id, ok: true, value: { kind: 'absent' } })
  expect(await answer).toEqual({ ok: true, value: { kind: 'absent' } })
})

it.each([
  ['a value of another command', [{ kind: 'none', id: '3EB0A', chat: '1@lid' }]],
  ['an extra field', { kind: 'absent', note: 'x' }],
  ['a text too long', { kind: 'present', chat: `${'1'.repeat(1_000)}@lid`, pn: null, lid: null }],
  ['nothing', undefined],
])('[SE10] %s is a bad answer', async (_what, value) => {
  const answer = link.ask('resolve', { wid: '491510000000@c.us' })
  await arrived(() => expect(asked).toHaveLength(1))
  agent.postMessage({ id: asked[0]?.id, ok: true, value })
  expect(await answer).toEqual({ ok: false, error: { reason: 'bad-answer' } })
})

it('[SE10] replayed, reordered and invented answers settle nothing but their own open question', async () => {
  const first = link.ask('open', { chat: '1@lid' })
  const second = link.ask('open', { chat: '2@lid' })
  await arrived(() => expect(asked).toHaveLength(2))
  const [one, two] = asked.map(({ id }) => id)
  agent.postMessage({ id: 99, ok: true, value: 'opened' })
  agent.postMessage({ id: two, ok: true, value: 'unavailable' })
  agent.postMessage({ id: two, ok: true, value: 'opened' })
  agent.postMessage({ id: one, ok: true, value: 'opened' })
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: 'opened' },
    { ok: true, value: 'unavailable' },
  ])
  await arrived(() => expect(link.dropped.unasked).toBe(2))
})

it('[SE10] what is no frame, no event or too big is dropped and counted', async () => {
  const nonsense = [
    null,
    'text',
    { event: { kind: 'send', text: 'x' } },
    { event: { ...ACK, extra: 1 } },
    { event: { ...ACK, chat: 'not a wid' } },
    { event: { ...ACK, ack: 1e9 } },
    {
      event: {
        kind: 'incoming',
        id: 'A',
        chat: '1@lid',
        aliases: [],
        from: '1@lid',
        at: 1,
        type: 'chat',
        text: 'x'.repeat(5_000),
      },
    },
    { id: '1', ok: true },
    { id: 1, name: 'sendText', input: {} },
    new Map([['id', 1]]),
  ]
  for (const each of nonsense) agent.postMessage(each)
  agent.postMessage({ event: ACK })
  await arrived(() => expect(events).toEqual([ACK]))
  expect(link.dropped.malformed).toBe(nonsense.length)
})

it('[SE11] a flood is dropped and counted, and questions get through again after it', async () => {
  for (let n = 0; n < 5_000; n++) agent.postMessage({ event: ACK })
  await arrived(() => expect(events.length + link.dropped.flood).toBe(5_000))
  expect(link.dropped.flood).toBeGreaterThan(1_000)
})

it('a link that ends says goodbye to the agent and leaves no question open', async () => {
  const answer = link.ask('state', {})
  life.abort()
  expect(await answer).toEqual({ ok: false, error: { reason: 'gone' } })
  await arrived(() => expect(asked).toContainEqual({ bye: true }))
})

it('a page that never answers costs its time limit and no more', async () => {
  vi.useFakeTimers()
  const answer = link.ask('open', { chat: '1@lid' })
  vi.advanceTimersByTime(10_000)
  vi.useRealTimers()
  expect(await answer).toEqual({ ok: false, error: { reason: 'timeout' } })
})

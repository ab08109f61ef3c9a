import { beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { waitForHost, type HostPort } from './panel-handshake.ts'

const PAGE = 'https://web.whatsapp.com'
const parent = {}

let frame: EventTarget
let hosts: HostPort[]
let asked: string[]
let answers: Record<string, () => boolean | undefined>

beforeEach(() => {
  frame = new EventTarget()
  Object.assign(globalThis, { window: Object.assign(frame, { parent }) })
  hosts = []
  asked = []
  answers = { 'given out': () => true, 'made up': () => false }
  fakeBrowser.runtime.sendMessage = ((question: { nonce: string }) => {
    asked.push(question.nonce)
    return Promise.resolve(answers[question.nonce]?.())
  }) as never
  void waitForHost().then((host) => hosts.push(host))
})

function greet(data: unknown, { origin = PAGE, source = parent } = {}): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const event = Object.assign(new Event('message'), { data, origin, source, ports: [port2] })
  frame.dispatchEvent(event)
  return port1
}

it('[SE15] a greeting is believed only when the content script of the tab confirms its nonce', async () => {
  greet({ kind: 'parley.hello', nonce: 'made up', theme: 'dark' }).close()
  await vi.waitFor(() => {
    expect(asked).toEqual(['made up'])
  })
  expect(hosts).toEqual([])
  const port = greet({ kind: 'parley.hello', nonce: 'given out', theme: 'dark' })
  await vi.waitFor(() => {
    expect(hosts).toHaveLength(1)
  })
  expect(hosts[0]?.theme.get()).toBe('dark')
  port.close()
})

it.each([
  ['another window', { source: {} }],
  ['another origin', { origin: 'https://evil.example' }],
])('[SE15] a greeting from %s is not even asked about', async (_who, from) => {
  greet({ kind: 'parley.hello', nonce: 'given out', theme: 'dark' }, from).close()
  await new Promise((resolve) => setTimeout(resolve))
  expect(asked).toEqual([])
})

it('an engine that was stopped on the way is asked again', async () => {
  let times = 0
  answers['given out'] = () => (++times === 1 ? undefined : true)
  const port = greet({ kind: 'parley.hello', nonce: 'given out', theme: 'dark' })
  await vi.waitFor(() => {
    expect(hosts).toHaveLength(1)
  })
  port.close()
})

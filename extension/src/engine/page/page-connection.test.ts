import { expect, it, vi } from 'vitest'
import type { ToPage } from '../../whatsapp/bridge/engine-frames.ts'
import type { PageEvent } from '../../whatsapp/protocol.ts'
import { connectPage, type PageConnection } from './page-connection.ts'

function connection(): { page: PageConnection; sent: ToPage[]; events: PageEvent[] } {
  const sent: ToPage[] = []
  const events: PageEvent[] = []
  const page = connectPage({ post: (message) => sent.push(message) }, (event) => events.push(event))
  return { page, sent, events }
}

it('[SE12] an answer of the wrong shape from a tab is no answer', async () => {
  const { page } = connection()
  const answer = page.ask('prepare', { wids: ['1@lid'] })
  page.receive({ kind: 'answer', id: 1, value: 'javascript:alert(1)' })
  expect(await answer).toEqual({ ok: false, error: { reason: 'bad-answer' } })
})

it('[SE12] a tab can report events and answer, and nothing else', async () => {
  const { page, events } = connection()
  const answer = page.ask('open', { chat: '1@lid' })
  page.receive({ kind: 'ask', id: 1, name: 'sendText', input: {} })
  page.receive({ id: 'x', name: 'contacts.page', input: {} })
  page.receive({ kind: 'answer', id: 2, value: 'opened' })
  page.receive({ kind: 'event', event: { kind: 'ack', id: '3EB0A', chat: '1@lid', ack: 2 } })
  page.receive({ kind: 'answer', id: 1, value: 'opened' })
  expect(await answer).toEqual({ ok: true, value: 'opened' })
  expect(events).toEqual([{ kind: 'ack', id: '3EB0A', chat: '1@lid', ack: 2 }])
})

it('a tab that goes away leaves no question open', async () => {
  const { page } = connection()
  const answer = page.ask('state', {})
  page.close()
  expect(await answer).toEqual({ ok: false, error: { reason: 'gone' } })
})

it('a tab that never answers costs its time limit', async () => {
  vi.useFakeTimers()
  const { page } = connection()
  const answer = page.ask('open', { chat: '1@lid' })
  vi.advanceTimersByTime(15_000)
  vi.useRealTimers()
  expect(await answer).toEqual({ ok: false, error: { reason: 'timeout' } })
})

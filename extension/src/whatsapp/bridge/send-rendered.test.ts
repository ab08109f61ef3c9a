import { expect, it } from 'vitest'
import type { PageAnswer, PageCommand, PageInput } from '../protocol.ts'
import { sendRendered } from './send-rendered.ts'

const order = { id: '3EB0A', attempt: 1, native: false, chat: '1@lid', account: '+4930231250', text: 'Hello Ada' }
const rendering = { body: 'Hello {{ first_name }}', locale: 'en', timeZone: 'UTC', values: { first_name: 'Ada' } }

/** A page that takes everything, and what it was given. */
function page() {
  const asked: unknown[] = []
  const ask = <N extends PageCommand>(_name: N, input: PageInput<N>): Promise<PageAnswer<N>> => {
    asked.push(input)
    return Promise.resolve({ ok: true, value: { kind: 'accepted', at: 1 } } as unknown as PageAnswer<N>)
  }
  return { asked, ask }
}

it('[QU29] a text that its version and values give goes to the page, and the page learns nothing but the text', async () => {
  const { asked, ask } = page()
  expect(await sendRendered({ ask }, { ...order, rendering })).toMatchObject({ value: { kind: 'accepted' } })
  expect(asked).toEqual([order])
})

it.each([
  ['another text', { ...order, text: 'Hello Eve' }, rendering],
  ['another value', order, { ...rendering, values: { first_name: 'Eve' } }],
  ['a value that is gone', order, { ...rendering, values: {} }],
  ['a body that is none', order, { ...rendering, body: '{{' }],
])('[QU29] %s never leaves', async (_what, given, from) => {
  const { asked, ask } = page()
  const answer = await sendRendered({ ask }, { ...given, rendering: from })
  expect(answer).toEqual({ ok: true, value: { kind: 'refused', reason: 'render', module: null } })
  expect(asked).toEqual([])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exists, lookUp, send, type SendWish } from './page-calls.ts'
import { startBench, untilStream, untilSynced, type Bench, type OpenMock } from './page-driver.ts'

let browser: Bench
let bench: OpenMock
beforeAll(async () => {
  browser = await startBench()
  bench = await browser.open({ existsAnswersWith: 'pn' })
  await untilSynced(bench.page)
})
afterAll(() => browser[Symbol.asyncDispose]())

const ID = '3EB0AAAAAAAAAAAAAAAA01'

function lidChat(): { pn: string; lid: string } {
  const { phone, lid } = bench.mock.person('493023125100')
  return { pn: `${phone}@c.us`, lid: `${lid}@lid` }
}

const pnOfLidChat = (): SendWish => ({ chat: lidChat().lid, text: 'x', remote: lidChat().pn })
const REFUSED: readonly [string, () => SendWish, string][] = [
  ['a key under the phone id of a LID chat', pnOfLidChat, 'remote id is not same of chat'],
  [
    'a recipient other than the chat',
    () => ({ chat: lidChat().lid, text: 'x', to: lidChat().pn }),
    'to is not the chat',
  ],
  [
    'my phone id as sender in a LID chat',
    () => ({ chat: lidChat().lid, text: 'x', from: '4930231250@c.us' }),
    'from does not match',
  ],
  ['someone else as sender', () => ({ chat: lidChat().lid, text: 'x', from: lidChat().lid }), 'from does not match'],
  ['a time in milliseconds', () => ({ chat: lidChat().lid, text: 'x', t: Date.now() }), 'not in unix seconds'],
  ['an empty text', () => ({ chat: lidChat().lid, text: '' }), 'body is empty'],
  ['a text that is no string', () => ({ chat: lidChat().lid, text: '', body: { evil: true } }), 'body is empty'],
  ['a phone number with a plus', () => ({ chat: '+493023125100@c.us', text: 'x' }), 'invalid wid'],
  [
    'a phone id whose LID is not known yet',
    () => ({ chat: '493023125122@c.us', text: 'x' }),
    'Lid is missing in chat table',
  ],
  [
    'a LID for a chat that is still keyed by number',
    () => ({ chat: `${bench.mock.person('442079460958').lid}@lid`, text: 'x' }),
    'no chat is keyed by this lid',
  ],
  ['an id nobody has', () => ({ chat: '19995550000@c.us', text: 'x' }), 'Lid is missing in chat table'],
]

describe('what the mock refuses', () => {
  it.each(REFUSED)('[WA20] %s is refused before anything is stored or sent', async (_what, wish, reason) => {
    const sent = bench.mock.log.length
    const outcome = await send(bench.page, { ...wish(), id: ID })
    expect(outcome.error).toContain(reason)
    expect(bench.mock.log.length).toBe(sent)
    expect(await lookUp(bench.page, `true_${lidChat().lid}_${ID}`)).toBeUndefined()
  })

  it('[WA20] a phone id works once WhatsApp has told its LID, and the chat is the LID chat', async () => {
    expect(await exists(bench.page, '493023125122@c.us')).toBe('present as 493023125122@c.us')
    const { key } = await send(bench.page, { chat: '493023125122@c.us', text: 'resolved first' })
    expect(key).toContain(`true_${bench.mock.person('493023125122').lid}@lid_`)
  })

  it('[WA20] a chat that is keyed by number takes my phone id and refuses my LID', async () => {
    const chat = '442079460958@c.us'
    expect((await send(bench.page, { chat, text: 'by number' })).result?.messageSendResult).toBe('OK')
    const wrong = await send(bench.page, { chat, text: 'x', from: `${bench.mock.myLid}@lid` })
    expect(wrong.error).toContain('from does not match')
  })

  it('[WA21] a stored id is refused a second time by the database and never leaves', async () => {
    const id = '3EB0BBBBBBBBBBBBBBBB01'
    expect((await send(bench.page, { chat: lidChat().lid, text: 'once', id })).result?.messageSendResult).toBe('OK')
    expect((await send(bench.page, { chat: lidChat().lid, text: 'twice', id })).error).toContain(
      'DuplicateMessageError',
    )
    await bench.page.reload()
    await untilSynced(bench.page)
    expect((await send(bench.page, { chat: lidChat().lid, text: 'thrice', id })).error).toContain(
      'DuplicateMessageError',
    )
    expect(bench.mock.accepted.filter((one) => one.id === id)).toHaveLength(1)
  })

  it('[WA20] a number that is not on WhatsApp is absent, a failed question is an error', async () => {
    expect(await exists(bench.page, '493023125199@c.us')).toBe('absent')
    bench.mock.fail('resolve-error')
    expect(await exists(bench.page, '493023125100@c.us')).toBe('ServerStatusCodeError')
  })

  it.each(['QR', 'CONFLICT', 'OFFLINE'] as const)('[WA20] nothing is sent while the stream is %s', async (mode) => {
    bench.mock.setStream(mode)
    await untilStream(bench.page, mode)
    const outcome = await send(bench.page, { chat: lidChat().lid, text: 'x' })
    expect(outcome.error).toContain(`stream is ${mode}`)
    bench.mock.setStream('MAIN')
    await untilStream(bench.page, 'MAIN')
  })
})

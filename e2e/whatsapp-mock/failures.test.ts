import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exists, lookUp, resend, send, watchAcks, type SendOutcome } from './page-calls.ts'
import { startBench, untilSynced, type Bench, type OpenMock } from './page-driver.ts'
import type { FailureKind, Transmission } from './index.ts'

let browser: Bench
let bench: OpenMock
let last = 0
beforeAll(async () => {
  browser = await startBench()
  bench = await browser.open()
  await untilSynced(bench.page)
})
afterAll(() => browser[Symbol.asyncDispose]())

interface Case {
  id: string
  phone: string
  key: string
  send(fireAndForget?: boolean): Promise<SendOutcome>
  outcomes(): Transmission['outcome'][]
}

/** A fresh person with an open, trusted chat, and a fresh id. */
function nextCase(): Case {
  last += 1
  const phone = `1202555${String(100 + last).padStart(4, '0')}`
  const id = `3EB0CCCCCCCCCCCCCC${String(last).padStart(4, '0')}`
  const { lid } = bench.mock.addPerson({ phone, name: `Person ${String(last)}`, chat: [{ text: 'hello' }] })
  return {
    id,
    phone,
    key: `true_${lid}@lid_${id}`,
    send: async (fireAndForget = false) => {
      await bench.page.waitForFunction(
        (wid) =>
          (window.require('WAWebCollections') as { Chat: { get(id: string): unknown } }).Chat.get(wid) !== undefined,
        `${lid}@lid`,
      )
      return send(bench.page, { chat: `${lid}@lid`, text: `text ${id}`, id, fireAndForget })
    },
    outcomes: () => bench.mock.log.filter((one) => one.id === id).map(({ outcome }) => outcome),
  }
}

async function reload(): Promise<void> {
  await bench.page.reload()
  await untilSynced(bench.page)
}

describe('a failure between the page and WhatsApp', () => {
  it('[WA22] a message that is accepted gets its ack, and its receipt after that', async () => {
    const one = nextCase()
    await one.send(true)
    await expect.poll(async () => (await lookUp(bench.page, one.key))?.ack).toBe(2)
    expect(one.outcomes()).toEqual(['accepted'])
  })

  it.each<[FailureKind, string]>([
    ['transport-error', 'ERROR_NETWORK'],
    ['error-network', 'ERROR_NETWORK'],
    ['nack-463', 'ERROR_UNKNOWN'],
  ])('[WA22] %s leaves the message failed, not accepted, and the call resolved with %s', async (kind, result) => {
    const one = nextCase()
    bench.mock.fail(kind, { person: one.phone })
    const outcome = await one.send()
    expect(outcome).toMatchObject({ ack: -1, result: { messageSendResult: result } })
    expect(one.outcomes()).not.toContain('accepted')
    if (kind === 'nack-463') expect(outcome.result?.ackErrorCode).toBe(463)
  })

  it('[WA22] a lost response looks like a network error although WhatsApp has the message, and its receipt says so later', async () => {
    const one = nextCase()
    bench.mock.fail('response-lost', { person: one.phone })
    const outcome = await one.send()
    expect(outcome.result?.messageSendResult).toBe('ERROR_NETWORK')
    expect(one.outcomes()).toEqual(['accepted'])
    await expect.poll(async () => (await lookUp(bench.page, one.key))?.ack).toBe(2)
  })

  it.each<[FailureKind, Transmission['outcome']]>([
    ['never-acks', 'accepted'],
    ['swallowed', 'dropped'],
  ])('[WA22] %s leaves the message at the clock, and WhatsApp has it %s', async (kind, outcome) => {
    const one = nextCase()
    bench.mock.fail(kind, { person: one.phone })
    await one.send(true)
    await expect.poll(() => one.outcomes()).toEqual([outcome])
    await reload()
    expect(await lookUp(bench.page, one.key)).toMatchObject({ ack: 0 })
  })

  it('[WA22] a tab that dies after storing leaves a stored message that was never sent', async () => {
    const one = nextCase()
    bench.mock.fail('crash-after-store', { person: one.phone })
    await Promise.all([bench.page.waitForEvent('load'), one.send(true).catch(() => undefined)])
    await untilSynced(bench.page)
    expect(await lookUp(bench.page, one.key)).toMatchObject({ ack: 0 })
    expect(one.outcomes()).toEqual([])
  })

  it('[WA22] a tab that dies after acceptance learns it from the history', async () => {
    const one = nextCase()
    bench.mock.fail('crash-after-accept', { person: one.phone })
    await Promise.all([bench.page.waitForEvent('load'), one.send(true).catch(() => undefined)])
    await untilSynced(bench.page)
    await expect.poll(async () => (await lookUp(bench.page, one.key))?.ack).toBeGreaterThanOrEqual(1)
    expect(one.outcomes()).toEqual(['accepted'])
  })

  it('[WA22] shuffled receipts reach a listener backwards and twice', async () => {
    const one = nextCase()
    const seen = await watchAcks(bench.page, one.id)
    bench.mock.fail('receipts-shuffled', { person: one.phone })
    await one.send()
    await expect.poll(seen).toEqual([1, 3, 2, 2, 3])
  })

  it('[WA23] an id that is transmitted twice is accepted twice: nothing collapses it for the sender', async () => {
    const one = nextCase()
    await one.send()
    expect(await resend(bench.page, one.key)).toBe('OK')
    expect(one.outcomes()).toEqual(['accepted', 'accepted'])
    expect(bench.mock.judge([]).doubles.map(({ ids }) => ids[0])).toContain(one.id)
  })

  it('[WA23] a re-send of an id that was never accepted is a retry and no double', async () => {
    const one = nextCase()
    bench.mock.fail('error-network', { person: one.phone })
    await one.send()
    expect(await resend(bench.page, one.key)).toBe('OK')
    expect(one.outcomes()).toEqual(['dropped', 'accepted'])
    const verdict = bench.mock.judge([{ campaign: 'c', person: one.phone, id: one.id, state: 'sent' }])
    expect(verdict.retries.map(({ id }) => id)).toContain(one.id)
    expect(verdict.doubles.flatMap(({ ids }) => ids)).not.toContain(one.id)
  })

  it.each(['store', 'send', 'accepted', 'receipt'] as const)(
    '[WA24] a run stands still at %s until it is released',
    async (point) => {
      const one = nextCase()
      const hold = bench.mock.hold(point)
      const sending = one.send()
      expect(await hold.reached).toBe(one.id)
      const accepted = point === 'accepted' || point === 'receipt'
      expect(one.outcomes()).toEqual(accepted ? ['accepted'] : [])
      hold.release()
      expect((await sending).result?.messageSendResult).toBe('OK')
      await expect.poll(async () => (await lookUp(bench.page, one.key))?.ack).toBe(2)
    },
  )

  it('[WA24] the question for a number stands still until it is released', async () => {
    const hold = bench.mock.hold('resolve')
    const asking = exists(bench.page, '493023125122@c.us')
    expect(await hold.reached).toBe('493023125122@c.us')
    hold.release()
    expect(await asking).toContain('present')
  })

  it('[WA24] a look-up stands still as well, and only until it is released', async () => {
    const one = nextCase()
    const hold = bench.mock.hold('look-up')
    const looking = lookUp(bench.page, one.key)
    expect(await hold.reached).toBe(one.key)
    hold.release()
    expect(await looking).toBeUndefined()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright'
import type { MockOptions } from './index.ts'
import { lookUp, send } from './page-calls.ts'
import { startBench, untilStream, untilSynced, type Bench, type OpenMock } from './page-driver.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench[Symbol.asyncDispose]())

function open(options: MockOptions = {}): Promise<OpenMock> {
  return bench.open(options)
}

const SYNCED = (): unknown =>
  (window.require('WAWebSocketModel') as { Socket: { hasSynced: boolean } }).Socket.hasSynced

function me(page: Page): Promise<string> {
  return page.evaluate(() =>
    String((window.require('WAWebUserPrefsMeUser') as { getMaybeMePnUser(): unknown }).getMaybeMePnUser()),
  )
}

describe('the session', () => {
  it('[WA26] shows what each stream mode shows, and knows no account while unlinked', async () => {
    const { page, mock } = await open({ mode: 'QR' })
    await page.getByRole('img', { name: 'Scan this QR code to link a device!' }).waitFor()
    expect(await me(page)).toBe('undefined')
    mock.setStream('MAIN')
    await page.locator('#pane-side').waitFor()
    expect(await me(page)).toBe('4930231250@c.us')
    mock.setStream('CONFLICT')
    await page.getByRole('button', { name: 'Use here' }).waitFor()
  })

  it('[WA26] lives in one window of a profile, and "Use here" moves it', async () => {
    const { page, context } = await open()
    await untilSynced(page)
    const second = await context.newPage()
    await second.goto('https://web.whatsapp.com/')
    await untilStream(second, 'CONFLICT')
    expect((await send(second, { chat: '442079460958@c.us', text: 'x' })).error).toContain('CONFLICT')
    await second.getByRole('button', { name: 'Use here' }).click()
    await untilStream(page, 'CONFLICT')
    await untilStream(second, 'MAIN')
  })

  it('[WA26] tells a new build and another account to the open page', async () => {
    const { page, mock } = await open()
    await untilSynced(page)
    mock.setVersion('2.3000.9999')
    mock.setAccount({ phone: '4930231259', lid: '100000000000001', name: 'Other' })
    const version = (): unknown => (window.require('WAWebBuildConstants') as { VERSION_STR: string }).VERSION_STR
    await expect.poll(() => page.evaluate(version)).toBe('2.3000.9999')
    await expect.poll(() => me(page)).toBe('4930231259@c.us')
  })

  it('[WA27] keeps only the last message of a chat in memory after a load; the rest is in the database', async () => {
    const { page, mock } = await open()
    await untilSynced(page)
    const { lid } = mock.person('493023125100')
    const first = await send(page, { chat: `${lid}@lid`, text: 'first' })
    await send(page, { chat: `${lid}@lid`, text: 'second', t: Math.floor(Date.now() / 1000) + 1 })
    await page.reload()
    await untilSynced(page)
    expect(await lookUp(page, first.key ?? '')).toMatchObject({ inMemory: false })
  })

  it.each([
    [false, 0],
    [true, 1],
  ])(
    '[WA27] a stored message that never left is sent after a load if resuming is %s: %i times',
    async (resumeOutbox, times) => {
      const { page, mock } = await open({ resumeOutbox })
      await untilSynced(page)
      mock.fail('crash-after-store')
      const sending = send(page, { chat: '442079460958@c.us', text: 'left behind' }).catch(() => undefined)
      await Promise.all([page.waitForEvent('load'), sending])
      await untilSynced(page)
      await send(page, { chat: `${mock.person('493023125100').lid}@lid`, text: 'a witness, sent after it' })
      await expect.poll(() => mock.accepted.filter(({ text }) => text === 'left behind')).toHaveLength(times)
    },
  )

  it('[WA27] a history that never syncs says so, and holds nothing from before', async () => {
    const { page } = await open({ history: 'stuck' })
    await untilStream(page, 'MAIN')
    await page.waitForLoadState('networkidle').catch(() => undefined)
    expect(await page.evaluate(SYNCED)).toBe(false)
  })

  it('[WA27] after a new link the history is empty, so an old message is not found although it was sent', async () => {
    const { page, mock, context } = await open()
    await untilSynced(page)
    const { key } = await send(page, { chat: '442079460958@c.us', text: 'sent before the wipe' })
    mock.setHistory('empty')
    await page.goto('about:blank')
    await clearStorage(context.pages()[0] ?? page)
    await page.goto('https://web.whatsapp.com/')
    await untilSynced(page)
    expect(await lookUp(page, key ?? '')).toBeUndefined()
    expect(mock.accepted).toHaveLength(1)
  })

  it('[WA27] what the phone sends and what others write reaches the page once', async () => {
    const { page, mock } = await open()
    await untilSynced(page)
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const { Msg } = window.require('WAWebCollections') as {
        Msg: { on(event: string, f: (msg: { body: string; isNewMsg: boolean }) => void): void }
      }
      Msg.on('add', (msg) => {
        if (msg.isNewMsg) seen.push(msg.body)
      })
    })
    mock.inbound('493023125122', 'a stranger no more')
    mock.sentElsewhere('493023125122', 'answered on the phone')
    const seen = (): string[] => (window as unknown as { seen: string[] }).seen
    await expect.poll(() => page.evaluate(seen)).toEqual(['a stranger no more', 'answered on the phone'])
    expect(mock.log).toHaveLength(0)
  })
})

describe('limits', () => {
  it('[WA28] are readable, take the composer away, and are enforced by WhatsApp with 463 for cold chats only', async () => {
    const { page, mock } = await open({ timelock: { active: true, type: 'WEB_COMPANION_ONLY' } })
    await untilSynced(page)
    const cold = mock.addPerson({ phone: '12025550188', name: 'Cold', chat: [{ text: 'hi', fromMe: true }] })
    const locked = (): boolean =>
      (
        window.require('WAWebReachoutTimelockUtils') as { isUserReachoutTimelocked(): boolean }
      ).isUserReachoutTimelocked()
    expect(await page.evaluate(locked)).toBe(true)
    await page.getByText('Cold', { exact: true }).click()
    await page.getByText('Your account is restricted').waitFor()
    const refused = await send(page, { chat: `${cold.lid}@lid`, text: 'x' })
    expect(refused.result).toMatchObject({ messageSendResult: 'ERROR_UNKNOWN', ackErrorCode: 463 })
    const warm = await send(page, { chat: `${mock.person('493023125100').lid}@lid`, text: 'still fine' })
    expect(warm.result?.messageSendResult).toBe('OK')
  })

  it('[WA28] writing to a number without WhatsApp gets the account restricted on every linked device', async () => {
    const { page, mock } = await open({
      people: [{ phone: '493023125199', name: 'Gone', registered: false, chat: [{ text: 'old' }] }],
    })
    await untilSynced(page)
    const { lid } = mock.person('493023125199')
    expect((await send(page, { chat: `${lid}@lid`, text: 'x' })).result?.ackErrorCode).toBe(404)
    const type = (): string =>
      (
        window.require('WAWebReachoutTimelockUtils') as { getReachoutTimelockState(): { type: string } }
      ).getReachoutTimelockState().type
    await expect.poll(() => page.evaluate(type)).toBe('RESTRICT_ALL_COMPANIONS')
  })

  it('[WA28] warn before they cap', async () => {
    const { page, mock } = await open()
    await untilSynced(page)
    mock.setCap({ capping_status: 'FIRST_WARNING', used_quota: 800 })
    const read = (): unknown[] => {
      const cap = window.require('WAWebIndividualNewChatMessageCappingLimitUtils') as Record<string, () => unknown>
      return [cap['isUserWarned']?.(), cap['isUserCapped']?.(), cap['getUsagePercentage']?.()]
    }
    await expect.poll(() => page.evaluate(read)).toEqual([true, false, 80])
    mock.setCap({ capping_status: 'CAPPED' })
    await expect.poll(() => page.evaluate(read)).toEqual([false, true, 80])
  })
})

/** Logs the device out as far as its storage goes. */
async function clearStorage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: 'https://web.whatsapp.com', storageTypes: 'all' })
  await session.detach()
}

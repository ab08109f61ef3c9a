import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright'
import { stopAt } from '../../harness/breakpoints.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { campaign, claimsOf, messagesOf, QUICK, setUpWorkspace, startCampaign } from '../../pages/campaigns-by-port.ts'
import { insist } from '../../pages/engine-port.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

const ACCOUNT = '+4930231250'
const BODY = 'Hello {{ first_name | default: "you" }}'
/** Has written before, and others who have not; all of them on WhatsApp. */
const WARM = '493023125100'

let mock: Mock
let device: Chromium
let app: Page
let whatsApp: Page

beforeEach(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  app = await device.openApp()
  whatsApp = await device.openWhatsApp()
})

afterEach(async () => {
  await device.close()
  await mock.close()
})

const registered = (): Mock['people'] => mock.people.filter((person) => person.registered && !person.blocked)
const ask = <N extends Parameters<typeof insist>[2]>(name: N, input: Parameters<typeof insist<N>>[3]) =>
  insist(app, crypto.randomUUID(), name, input)
const counts = async (id: string) => (await campaign(app, id))?.counts
const accepted = (): string[] => mock.accepted.map(({ person }) => person ?? '')

async function clean(id: string): Promise<void> {
  expect(mock.judge(await claimsOf(app, id))).toMatchObject({ doubles: [], lost: [], unclaimed: [] })
}

async function connected(): Promise<void> {
  await expect.poll(async () => (await ask('page.senders', {})).map(({ account }) => account)).toEqual([ACCOUNT])
}

async function sender() {
  const [first] = await ask('queue.state', {})
  return first
}

describe('what holds the queue', () => {
  it('[QU11] in a window that is not the active one nothing goes out, and all goes when it is again', async () => {
    await setUpWorkspace(app, registered())
    await connected()
    mock.setStream('CONFLICT')
    await expect.poll(async () => (await ask('page.senders', {}))[0]?.stream).toBe('CONFLICT')
    const id = await startCampaign(app, BODY)
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'waiting', waiting: { reason: 'stream' } })
    expect(mock.log).toEqual([])
    mock.setStream('MAIN')
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'done' })
    await clean(id)
  })

  it('[QU15] a WhatsApp that lacks what sending needs is told by the name of what is missing', async () => {
    await setUpWorkspace(app, registered())
    mock.setModules({ missing: ['WAWebReachoutTimelockUtils'] })
    await whatsApp.reload()
    await connected()
    const id = await startCampaign(app, BODY)
    await expect
      .poll(() => campaign(app, id), { timeout: 60_000 })
      .toMatchObject({ state: 'waiting', waiting: { reason: 'missing', missing: ['WAWebReachoutTimelockUtils'] } })
    expect(mock.log).toEqual([])
  })

  it('[QU9] the daily caps are kept for strangers and others apart, and the campaign says until when it waits', async () => {
    mock.inbound(WARM, 'Hello?')
    await setUpWorkspace(app, registered(), { ...QUICK, coldPerDay: 2 })
    mock.inbound(WARM, 'Are you there?')
    const id = await startCampaign(app, BODY)
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'waiting', waiting: { reason: 'cold-budget' } })
    const { waiting } = (await campaign(app, id))!
    expect(waiting?.until).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    expect(accepted()).toHaveLength(3)
    expect(accepted()).toContain(WARM)
    expect(await sender()).toMatchObject({ leftToday: { cold: 0 } })
  })

  it('[QU10] after a 463 no stranger is written to until a person has looked; who wrote before still is', async () => {
    await setUpWorkspace(app, registered())
    mock.inbound(WARM, 'Hello?')
    // Whichever stranger comes first: the order is by message ids, which are new in each run.
    for (const { phone } of registered()) if (phone !== WARM) mock.fail('nack-463', { person: phone })
    const id = await startCampaign(app, BODY)
    await expect.poll(async () => (await sender())?.held).toBe('reach-out')
    await expect.poll(async () => (await counts(id))?.failed).toBe(1)
    await expect.poll(() => accepted()).toContain(WARM)
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'waiting', waiting: { reason: 'reach-out' } })
    expect(accepted()).toEqual([WARM])
    mock.clearFailures()
    await ask('queue.release', { account: ACCOUNT })
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'done' })
    expect(accepted()).toHaveLength(registered().length - 1)
    expect(await messagesOf(app, id)).toContainEqual(expect.objectContaining({ place: 'failed', reason: 'reach-out' }))
    await clean(id)
  })

  it("[QU10] WhatsApp's own limits are asked before each message: a cap stops strangers", async () => {
    await setUpWorkspace(app, registered())
    mock.inbound(WARM, 'Hello?')
    mock.setCap({ capping_status: 'CAPPED' })
    const id = await startCampaign(app, BODY)
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'waiting', waiting: { reason: 'cap' } })
    expect(accepted()).toEqual([WARM])
  })
})

describe('people come first', () => {
  it('[QU8] [QU22] "stop" opts out for every id a person has, and holds in the moment before a message is handed over', async () => {
    await setUpWorkspace(app, registered())
    const hold = mock.hold('look-up')
    const id = await startCampaign(app, BODY)
    await hold.reached
    // The one that stands at its look-up is among them.
    for (const { phone } of registered()) mock.inbound(phone, 'STOP!')
    await expect.poll(async () => (await ask('contacts.page', { consent: 'out' })).matching).toBe(registered().length)
    hold.release()
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'done' })
    expect(await counts(id)).toMatchObject({ skipped: registered().length })
    expect(mock.log).toEqual([])
  })

  it('[QU18] [QU8] two contacts whose numbers lead to one chat get one message', async () => {
    await setUpWorkspace(app, registered())
    const [first] = registered()
    // A contact known by the hidden id cannot be typed in; a second number of the same account can.
    mock.addPerson({ phone: '493023125188', lid: first?.lid ?? '', name: 'Same person' })
    await ask('contacts.create', { fields: { fullName: 'Second', phone001: '+493023125188' } })
    const id = await startCampaign(app, BODY)
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'done' })
    const messages = await messagesOf(app, id)
    expect(messages.filter(({ reason }) => reason === 'same-person')).toHaveLength(1)
    expect(new Set(mock.accepted.map(({ chat }) => chat)).size).toBe(mock.accepted.length)
  })
})

describe('a person steers', () => {
  it('[QU21] a paused campaign stays paused when the browser was killed, and goes on where it was', async () => {
    await setUpWorkspace(app, registered())
    const hold = mock.hold('send')
    const id = await startCampaign(app, BODY)
    await hold.reached
    await ask('campaigns.pause', { campaignId: id })
    hold.release()
    await expect.poll(async () => (await counts(id))?.waiting).toBe(registered().length - 1)
    const sent = mock.accepted.length
    const { profile } = device
    await device.kill()
    device = await launchChromium({ builds: inject('builds'), mockPort: mock.port, profile })
    app = await device.openApp()
    whatsApp = await device.openWhatsApp()
    await expect.poll(async () => (await sender())?.connected).toBe(true)
    expect(await campaign(app, id)).toMatchObject({ state: 'paused' })
    expect(mock.accepted).toHaveLength(sent)
    await ask('campaigns.resume', { campaignId: id })
    await expect.poll(() => campaign(app, id), { timeout: 60_000 }).toMatchObject({ state: 'done' })
    await clean(id)
  })

  it('[QU14] cancelled: what was not handed over is, what stands at WhatsApp is sent, and the counts add up', async () => {
    await setUpWorkspace(app, registered())
    const hold = mock.hold('send')
    const id = await startCampaign(app, BODY)
    await hold.reached
    await ask('campaigns.cancel', { campaignId: id })
    await expect.poll(async () => (await counts(id))?.cancelled).toBe(registered().length - 1)
    expect(await campaign(app, id)).toMatchObject({ state: 'stopping' })
    hold.release()
    await expect.poll(() => campaign(app, id)).toMatchObject({ state: 'stopped' })
    expect(await counts(id)).toMatchObject({ waiting: 0, cancelled: registered().length - 1 })
    expect(mock.accepted).toHaveLength(1)
    await clean(id)
  })

  it('[QU6] [QU7] without a witness nobody but a person can say: asked for again, it goes out under the same id', async () => {
    await setUpWorkspace(app, registered().slice(0, 1))
    const handingOver = 'const answer = await this.#desk.pages.ask('
    const build = join(inject('builds'), 'chrome-mv3')
    const stop = await stopAt(device, build, 'engine/queue/message-run.ts', handingOver)
    const id = await startCampaign(app, BODY)
    await stop.reached
    await device.stopWorker()
    stop.detach()
    await expect.poll(async () => (await counts(id))?.uncertain, { timeout: 60_000 }).toBe(1)
    const [message] = await messagesOf(app, id)
    expect(message).toMatchObject({ place: 'uncertain', decidable: true })
    await ask('messages.decide', { campaignId: id, messageIds: [message?.messageId ?? ''], decision: 'send' })
    await expect.poll(() => campaign(app, id), { timeout: 60_000 }).toMatchObject({ state: 'done' })
    expect(mock.accepted).toHaveLength(1)
    await clean(id)
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ROWS } from '../../../extension/src/whatsapp/agent/modules.ts'
import type { Report } from '../../../extension/src/whatsapp/protocol.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { lastOf, openPageWire, type PageWire } from '../../harness/page-wire.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

let mock: Mock
let device: Chromium
let wire: PageWire

beforeAll(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  wire = await openPageWire(device)
  await device.openWhatsApp()
})

afterAll(async () => {
  await device.close()
  await mock.close()
})

/** Loads the page with these modules gone or renamed and waits for its first report. */
async function reportWith(faults: Parameters<Mock['setModules']>[0]): Promise<Report> {
  mock.setModules(faults)
  await wire.clear()
  const [page] = device.context.pages().filter((each) => each.url().startsWith('https://web.whatsapp.com'))
  await page?.reload()
  await expect.poll(() => lastOf(wire, 'report')).toBeDefined()
  return (await lastOf(wire, 'report'))?.report!
}

describe('the report on WhatsApp Web', () => {
  it('[WA1] a whole WhatsApp gives every capability, its version and the account', async () => {
    const report = await reportWith({})
    expect(report).toMatchObject({ version: '2.3000.1046379654', missing: [], failed: [] })
    expect(report.able).toEqual(['send.text', 'send.media', 'acks', 'incoming', 'resolve', 'open', 'policy', 'lookup'])
    await expect
      .poll(async () => (await lastOf(wire, 'state'))?.state)
      .toMatchObject({
        stream: 'MAIN',
        synced: true,
        account: '+4930231250',
        version: '2.3000.1046379654',
      })
  })

  it.each(ROWS)('[WA2] without $name it names that module and takes what stands on it', async (row) => {
    const report = await reportWith({ missing: [row.name] })
    expect(report.missing).toEqual([
      { module: row.name, export: null, problem: 'absent', capabilities: [...row.capabilities] },
    ])
    expect(report.able.filter((capability) => row.capabilities.includes(capability))).toEqual([])
    expect(await wire.ask('state', {})).toHaveProperty('stream')
  })

  it('[WA2] renamed modules are named by the name they had', async () => {
    const report = await reportWith({
      renamed: { WAWebSendMsgChatAction: 'WAWebSendMsgChatActionV2', WAWebCmd: 'WAWebCommands' },
    })
    expect(report.missing.map(({ module }) => module)).toEqual(['WAWebSendMsgChatAction', 'WAWebCmd'])
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
    expect(await wire.ask('sendText', { ...A_TEXT, account: '+4930231250' })).toMatchObject({
      kind: 'refused',
      reason: 'missing',
      module: 'WAWebSendMsgChatAction',
    })
    expect(mock.log).toEqual([])
  })

  it('[WA2] a module that registers late is found when it is there', async () => {
    const report = await reportWith({ late: { WAWebSendMsgChatAction: 4_000 } })
    expect(report.able).not.toContain('send.text')
    await expect.poll(async () => (await lastOf(wire, 'report'))?.report.able).toContain('send.text')
  })

  it('[WA4] a new build, another account and a lost stream are reported without being asked', async () => {
    await reportWith({})
    mock.setVersion('2.3000.2')
    await expect.poll(async () => (await lastOf(wire, 'report'))?.report.version).toBe('2.3000.2')
    mock.setAccount({ phone: '12025550100', lid: '155555555555555', name: 'Another' })
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.account).toBe('+12025550100')
    mock.setStream('CONFLICT')
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state).toMatchObject({ stream: 'CONFLICT' })
  })
})

const A_TEXT = {
  id: '3EB0000000000000000001',
  attempt: 1,
  native: false,
  chat: '442079460958@c.us',
  text: 'Hello',
}

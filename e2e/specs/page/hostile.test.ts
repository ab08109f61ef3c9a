import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import type { Page } from 'playwright'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { serveWithFirstScript, stealEverything, type Loot } from '../../harness/hostile-page.ts'
import { lastOf, openPageWire, type PageWire } from '../../harness/page-wire.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

const SECRET = 'Zebulon Quartz'

let mock: Mock
let device: Chromium
let wire: PageWire
let page: Page

beforeEach(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  const app = await device.openApp()
  await insist(app, crypto.randomUUID(), 'workspace.create', { name: 'Secret workspace', country: 'DE' })
  await insist(app, crypto.randomUUID(), 'contacts.create', { fields: { [STANDARD_FIELDS.fullName]: SECRET } })
  await serveWithFirstScript(device.context, mock.port, stealEverything)
  wire = await openPageWire(device)
  page = await device.openWhatsApp()
})

afterEach(async () => {
  await device.close()
  await mock.close()
})

function lootOf(): Promise<Loot> {
  return page.evaluate(() => {
    const { loot } = window as unknown as { loot: { ports: number; handshakes: number; heard: string[] } }
    return { ...loot, heard: loot.heard.join('\n') }
  })
}

describe('a hostile page', () => {
  it('[SE13] that replaces what the bridge is made of sees no handshake and gets no port, and only the message sent', async () => {
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
    const chat = `${mock.person('493023125100').lid}@lid`
    const order = {
      id: '3EB0000000000000000001',
      chat,
      account: '+4930231250',
      attempt: 1,
      native: false,
      text: 'only this',
    }
    expect(await wire.ask('sendText', order)).toMatchObject({ kind: 'accepted' })
    await new WhatsAppPage(page).pressShortcut()
    await expect.poll(() => new WhatsAppPage(page).panel()?.locator('#root > *').count()).toBeGreaterThan(0)
    const loot = await lootOf()
    expect(loot).toMatchObject({ ports: 0, handshakes: 0 })
    expect(loot.heard).toContain(order.id)
    expect(loot.heard).not.toMatch(/Zebulon|Secret workspace/)
    expect(mock.log).toHaveLength(1)
  })

  it('[SE14] that forges handshakes, orders and scripts by the thousand starts no send and stops no answer', async () => {
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
    const answered = await page.evaluate(async () => {
      const frames: unknown[] = []
      for (let n = 0; n < 5_000; n++) {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data }) => frames.push(data)
        window.postMessage({ kind: 'parley.bridge' }, location.origin, [port2])
        port1.postMessage({ id: n, name: 'sendText', input: { id: `3EB0${n}`, chat: '1@lid', text: 'x' } })
        window.postMessage({ id: n, ok: true, value: { kind: 'accepted', at: 1 } }, location.origin)
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return frames.length
    })
    expect(answered).toBe(0)
    expect(await wire.ask('state', {})).toMatchObject({ stream: 'MAIN' })
    expect(mock.log).toEqual([])
  })

  it('[SE15] that frames the panel and greets it with a port of its own gets an empty frame', async () => {
    const whatsApp = new WhatsAppPage(page)
    await expect.poll(() => whatsApp.railElement('button')).toBeDefined()
    await whatsApp.pressShortcut()
    await expect.poll(() => whatsApp.panel()?.locator('#root > *').count()).toBeGreaterThan(0)
    const ours = whatsApp.panel()
    await page.evaluate(async (address) => {
      const seen = performance.getEntriesByType('resource').map(({ name }) => name)
      for (const url of [address, ...seen.filter((name) => name.endsWith('panel.html'))]) {
        const frame = document.createElement('iframe')
        frame.src = url
        document.body.append(frame)
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        for (const nonce of ['', crypto.randomUUID()])
          frame.contentWindow?.postMessage({ kind: 'parley.hello', nonce, theme: 'light' }, '*', [
            new MessageChannel().port2,
          ])
      }
      // The panel that is there is greeted once more, too.
      window[0]?.postMessage({ kind: 'parley.hello', nonce: crypto.randomUUID(), theme: 'light' }, '*', [
        new MessageChannel().port2,
      ])
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }, `chrome-extension://${device.extensionId}/panel.html`)
    for (const frame of page.frames().filter((each) => each !== ours && each !== page.mainFrame()))
      expect(await frame.evaluate(() => document.querySelector('#root')?.childElementCount ?? 0)).toBe(0)
    expect(await ours?.locator('#root > *').count()).toBeGreaterThan(0)
  })
})

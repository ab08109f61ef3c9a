import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchChromium, type Chromium } from '../harness/chromium.ts'
import { insist } from '../pages/engine-port.ts'
import { openPanel } from '../pages/parley-panel.ts'
import { WhatsAppPage } from '../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../whatsapp-mock/index.ts'

let mock: Mock
let device: Chromium
const asked: string[] = []

beforeAll(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  device.context.on('request', (request) => asked.push(request.url()))
})

afterAll(async () => {
  await device.close()
  await mock.close()
})

/** Requests over a network to anybody but WhatsApp Web, which asks for its own files. */
function elsewhere(): string[] {
  const isOurs = (url: URL): boolean =>
    ['chrome-extension:', 'blob:', 'data:'].includes(url.protocol) || url.host === 'web.whatsapp.com'
  return asked.filter((url) => !isOurs(new URL(url)))
}

it('[SE5] app, popup, panel and engine ask nobody for anything', async () => {
  const app = await device.openApp()
  await insist(app, 'workspace', 'workspace.create', { name: 'Bakery', country: 'DE' })
  await insist(app, 'contact', 'contacts.create', { fields: { fullName: 'Ada' } })
  for (const place of ['contacts', 'import', 'history', 'settings']) {
    await app.goto(`chrome-extension://${device.extensionId}/app.html#/${place}`)
    await app.getByRole('heading').first().waitFor()
  }
  await device.openApp('popup.html')
  await openPanel(new WhatsAppPage(await device.openWhatsApp()))
  expect(asked.some((url) => url.startsWith('chrome-extension:'))).toBe(true)
  expect(elsewhere()).toEqual([])
})

it('[SE5] and one request of page or engine would have been seen', async () => {
  const app = await device.openApp()
  await app.evaluate(() => fetch('https://page.example/').catch(() => undefined))
  const engine = await device.worker()
  await engine.evaluate(() => fetch('https://engine.example/').catch(() => undefined))
  await expect.poll(elsewhere).toEqual(['https://page.example/', 'https://engine.example/'])
})

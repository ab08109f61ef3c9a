import { expect, inject, it } from 'vitest'
import { launchChromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { startMock } from '../../whatsapp-mock/index.ts'

it('[WA17] an engine that was killed finds the open WhatsApp tab again, with all it had said', async () => {
  await using mock = await startMock()
  await using device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  const app = await device.openApp()
  await device.openWhatsApp()
  const ready = { account: '+4930231250', stream: 'MAIN', version: '2.3000.1046379654' }
  await expect.poll(() => insist(app, crypto.randomUUID(), 'page.senders', {})).toMatchObject([ready])
  for (let kill = 0; kill < 3; kill++) {
    await device.stopWorker()
    await expect.poll(() => insist(app, crypto.randomUUID(), 'page.senders', {})).toMatchObject([ready])
  }
  expect((await insist(app, crypto.randomUUID(), 'page.senders', {}))[0]?.capabilities).toContain('send.text')
})

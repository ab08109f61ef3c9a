import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Frame } from 'playwright'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist, say } from '../../pages/engine-port.ts'
import { openPanel } from '../../pages/parley-panel.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

/** The panel's file is named by a random host that the browser makes; the engine has to know its own page anyway. */
describe.each(['allow', 'block'] as const)('with third-party cookies: %s', (thirdPartyCookies) => {
  let mock: Mock
  let device: Chromium
  let panel: Frame

  beforeAll(async () => {
    mock = await startMock()
    device = await launchChromium({ builds: inject('builds'), mockPort: mock.port, thirdPartyCookies })
    const app = await device.openApp()
    await insist(app, 'workspace', 'workspace.create', { name: 'Bakery', country: 'DE' })
    panel = await openPanel(new WhatsAppPage(await device.openWhatsApp()))
  })

  afterAll(async () => {
    await device.close()
    await mock.close()
  })

  it('[SE4] the panel is served, though its storage may be blocked', async () => {
    const made = await say(panel, 'create', 'contacts.create', { fields: { fullName: 'Ada' } })
    expect(made).toMatchObject({ ok: true })
    expect(await say(panel, 'page', 'contacts.page', {})).toMatchObject({ ok: true, value: { total: 1 } })
  })

  it('[SE1] the panel cannot set policy or start an import', async () => {
    const refused = { ok: false, error: { reason: 'forbidden' } }
    expect(await say(panel, 'country', 'workspace.setCountry', { country: 'ES' })).toMatchObject(refused)
    expect(await say(panel, 'jobs', 'import.jobs', {})).toMatchObject(refused)
  })
})

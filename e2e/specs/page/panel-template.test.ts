import { expect, inject, it } from 'vitest'
import { launchChromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { openPanel } from '../../pages/parley-panel.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock } from '../../whatsapp-mock/index.ts'

const BODY = 'Hello {{ first_name | default: "there" }},\nyour table is ready 👋'

it('[TE20] a template filled for the open chat is one Enter away from the message box, and nothing is sent', async () => {
  await using mock = await startMock()
  await using device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  const app = await device.openApp()
  await insist(app, 'w', 'workspace.create', { name: 'Bakery', country: 'DE' })
  const amira = { fullName: 'Amira Haddad', phone001: '+493023125100' }
  await insist(app, 'c', 'contacts.create', { fields: amira })
  for (const [name, body] of [
    ['Table', BODY],
    ['Other', 'Something else'],
  ] as const) {
    const { id } = await insist(app, `t ${name}`, 'templates.create', { name, body })
    await insist(app, `p ${name}`, 'templates.publish', { id })
  }
  const page = await device.openWhatsApp()
  const panel = await openPanel(new WhatsAppPage(page))
  await page.getByText('Amira Haddad').first().click()
  await expect.poll(() => page.locator('footer [contenteditable="true"]').count()).toBe(1)

  await panel.getByRole('tab', { name: 'Templates' }).click()
  await panel.getByRole('combobox').fill('tab')
  await expect.poll(() => panel.getByRole('option').count()).toBe(1)
  await panel.getByText('Filled for Amira Haddad').waitFor()
  await panel.getByRole('combobox').press('Enter')
  await panel.getByText('It stands in the message box').waitFor()
  expect(mock.log).toEqual([])
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => mock.log).toMatchObject([{ byHand: true, text: 'Hello Amira,\nyour table is ready 👋' }])
})

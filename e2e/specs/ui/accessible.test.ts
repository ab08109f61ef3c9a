import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sampleShop } from '../../fixtures/sample-shop.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { violations } from '../../pages/axe.ts'
import { insist } from '../../pages/engine-port.ts'
import { NewCampaignPage } from '../../pages/new-campaign-page.ts'
import { ParleyApp } from '../../pages/parley-app.ts'
import { openPanel } from '../../pages/parley-panel.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

/** Opacity on its way in reads as poor contrast. */
async function settled(app: ParleyApp): Promise<void> {
  await app.page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  )
}

describe.each([
  { language: 'en', colorScheme: 'light', locale: 'en-GB' },
  { language: 'ar', colorScheme: 'dark', locale: 'ar-EG' },
] as const)('in $language and $colorScheme', ({ language, colorScheme, locale }) => {
  let mock: Mock
  let device: Chromium
  let app: ParleyApp

  beforeAll(async () => {
    mock = await startMock()
    device = await launchChromium({ builds: inject('builds'), mockPort: mock.port, locale, colorScheme })
    app = new ParleyApp(await device.openApp(), language)
  })

  afterAll(async () => {
    await device.close()
    await mock.close()
  })

  async function expectAccessible(): Promise<void> {
    await settled(app)
    expect(await violations(app.page)).toEqual([])
  }

  it('[UI1] the first run and the empty list have no accessibility violation', async () => {
    await app.page.locator('form').waitFor()
    await expectAccessible()
    await app.createWorkspace('La Esquina')
    await app.page.locator('h1').waitFor()
    await expectAccessible()
  })

  it('[UI2] the page declares the language it speaks and its direction', async () => {
    const html = app.page.locator('html')
    expect(await html.getAttribute('lang')).toBe(language)
    expect(await html.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
  })

  it('[UI1] the import has no accessibility violation, from the file to the rejected rows', async () => {
    await app.go('/import')
    await expectAccessible()
    await app.chooseFile('customers.csv', sampleShop(160))
    await expectAccessible()
    await app.importChosen()
    await expectAccessible()
  })

  it('[UI1] the list and a contact have no accessibility violation', async () => {
    await app.go('/contacts')
    await app.rows.first().waitFor()
    await expectAccessible()
    await app.openContact(1)
    for (const tab of await app.drawer.getByRole('tab').all()) {
      await tab.click()
      await expectAccessible()
    }
  })

  it('[UI1] the history and the settings have no accessibility violation', async () => {
    await app.go('/history')
    await expectAccessible()
    await app.go('/settings')
    await expectAccessible()
  })

  it('[UI1] the templates have no accessibility violation, empty, with a problem, and with a version', async () => {
    await app.go('/templates')
    await expectAccessible()
    await app.page.locator('main').getByRole('button').first().click()
    const text = app.page.locator('main textarea')
    await text.fill('Hello {{ nobody }}')
    await app.page.locator('main li button').first().waitFor()
    await expectAccessible()
    const { id } = await insist(app.page, 'draft', 'templates.create', { name: 'Bread', body: 'Fresh bread' })
    await insist(app.page, 'version', 'templates.publish', { id })
    await app.go(`/templates/${id}`)
    await app.page.locator('main section h3 button').first().click()
    await expectAccessible()
  })

  it('[UI1] a campaign has no accessibility violation, from the notice to its messages and the queue', async () => {
    await app.go('/campaigns')
    await expectAccessible()
    const wizard = await new NewCampaignPage(app, language).open()
    await expectAccessible()
    await wizard.acknowledge()
    const { id } = await insist(app.page, 'template', 'templates.create', { name: 'News', body: 'Fresh bread' })
    await insist(app.page, 'publish', 'templates.publish', { id })
    const whatsApp = await device.openWhatsApp()
    await app.page.bringToFront()
    await expectAccessible()
    await wizard.next()
    await wizard.chooseTemplate('News')
    await expectAccessible()
    await wizard.next()
    await expectAccessible()
    await wizard.next()
    await wizard.review()
    await expectAccessible()
    // Nobody of the sample is on WhatsApp: unheld, the campaign is over before it is looked at.
    const hold = mock.hold('resolve')
    const campaign = await wizard.send()
    await campaign.open('skipped')
    await expectAccessible()
    const question = await campaign.askToCancel()
    await expectAccessible()
    await question.getByRole('button').first().click()
    hold.release()
    await campaign.open('failed')
    await expectAccessible()
    for (const route of ['/campaigns', '/queue', '/settings/pacing']) {
      await app.go(route)
      await expectAccessible()
    }
    await whatsApp.close()
  })

  it('[UI1] the panel has no accessibility violation', async () => {
    const panel = await openPanel(new WhatsAppPage(await device.openWhatsApp()))
    for (const tab of await panel.getByRole('tab').all()) {
      await tab.click()
      expect(await violations(panel)).toEqual([])
    }
  })
})

// `pnpm screenshots`: every screen of the build, from data seeded through the real engine, into docs/screens/.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { build } from 'wxt'
import { sampleShop, sampleTags } from '../e2e/fixtures/sample-shop.ts'
import { launchChromium, type Chromium } from '../e2e/harness/chromium.ts'
import { ParleyApp, type AppLanguage } from '../e2e/pages/parley-app.ts'
import { openPanel } from '../e2e/pages/parley-panel.ts'
import { WhatsAppPage } from '../e2e/pages/whatsapp-page.ts'
import { startMock, type Mock } from '../e2e/whatsapp-mock/index.ts'
import { EVERYBODY, shootCampaigns } from './screens-campaigns.ts'

interface Look {
  folder: string
  language: AppLanguage
  locale: string
  colorScheme: 'light' | 'dark'
}

const LOOKS: readonly Look[] = [
  { folder: 'light', language: 'en', locale: 'en-GB', colorScheme: 'light' },
  { folder: 'dark', language: 'en', locale: 'en-GB', colorScheme: 'dark' },
  { folder: 'arabic', language: 'ar', locale: 'ar-EG', colorScheme: 'light' },
]

/** The rail's 48 px and the panel's first width. */
const PANEL = { x: 1280 - 48 - 380, y: 0, width: 48 + 380, height: 800 }

const builds = await mkdtemp(join(tmpdir(), 'parley-screens-'))
try {
  await build({ outDir: builds })
  for (const look of LOOKS) await shoot(look)
} finally {
  await rm(builds, { recursive: true, force: true })
}

async function shoot({ folder, language, locale, colorScheme }: Look): Promise<void> {
  const target = join('docs', 'screens', folder)
  await mkdir(target, { recursive: true })
  const mock = await startMock({ people: EVERYBODY })
  const device = await launchChromium({ builds, mockPort: mock.port, locale, colorScheme })
  const shot = async (page: Page, name: string, clip?: typeof PANEL): Promise<void> => {
    await settle(page)
    await page.screenshot({ path: join(target, `${name}.png`), ...(clip && { clip }) })
    console.log(`${folder}/${name}.png`)
  }
  try {
    await shootPanel(device, shot, 'panel-first-run')
    const app = new ParleyApp(await device.openApp(), language)
    await shootEmpty(app, shot)
    await shootImport(app, shot)
    await shootContacts(app, shot)
    await shootCampaigns(device, app, language, shot)
    await shootRest(app, shot)
    await shootPanel(device, shot, 'panel')
    await shootPopup(device, shot)
  } finally {
    await close(device, mock)
  }
}

type Shot = (page: Page, name: string, clip?: typeof PANEL) => Promise<void>

async function shootEmpty(app: ParleyApp, shot: Shot): Promise<void> {
  await app.page.locator('form').waitFor()
  await shot(app.page, 'first-run')
  await app.createWorkspace('Panadería La Esquina')
  await app.page.locator('h1').waitFor()
  await shot(app.page, 'contacts-empty')
  await app.go('/history')
  await shot(app.page, 'history-empty')
  await app.go('/import')
  await shot(app.page, 'import')
}

async function shootImport(app: ParleyApp, shot: Shot): Promise<void> {
  await app.page.locator('input[type=file]').setInputFiles({
    name: 'customers.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004[Content_Types].xml xl/workbook.xml'),
  })
  await app.page.getByRole('alert').waitFor()
  await shot(app.page, 'import-refused')
  await app.go('/contacts')
  await app.chooseFile('tags.csv', sampleTags(60))
  await app.importChosen()
  await app.go('/contacts')
  await app.chooseFile('customers.csv', sampleShop(30_000))
  await app.sayConsent('Order form')
  await app.page.locator('h1').scrollIntoViewIfNeeded()
  await shot(app.page, 'import-preview')
  await app.startButton.scrollIntoViewIfNeeded()
  await shot(app.page, 'import-dry-run')
  await app.importChosen(async () => {
    await app.progressed()
    await shot(app.page, 'import-running')
  })
  await shot(app.page, 'import-done')
}

async function shootContacts(app: ParleyApp, shot: Shot): Promise<void> {
  await app.go('/contacts')
  await app.rows.first().waitFor()
  // One of the sample's people who agreed, in either language's order.
  await app.openContact(6)
  await app.editField(5, 'Horno de Santa Ana')
  await app.optOut()
  await shot(app.page, 'contact-consent')
  await app.drawer.getByRole('tab').nth(2).click()
  await shot(app.page, 'contact-history')
  await app.drawer.getByRole('tab').nth(0).click()
  await shot(app.page, 'contact')
  await app.page.keyboard.press('Escape')
  await app.drawer.waitFor({ state: 'detached' })
  await shot(app.page, 'contacts')
  await app.mark([1, 3, 4])
  await shot(app.page, 'contacts-selected')
  await app.search.fill('zzz')
  await app.grid.waitFor({ state: 'detached' })
  await shot(app.page, 'contacts-no-match')
  await app.search.fill('')
}

async function shootRest(app: ParleyApp, shot: Shot): Promise<void> {
  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('dialog').waitFor()
  await shot(app.page, 'palette')
  await app.page.keyboard.press('Escape')
  await app.go('/history')
  await shot(app.page, 'history')
  await app.go('/settings')
  await shot(app.page, 'settings')
}

async function shootPanel(device: Chromium, shot: Shot, name: string): Promise<void> {
  // WhatsApp serves one window.
  const open = device.context.pages().find((page) => page.url().startsWith('https://web.whatsapp.com/'))
  const whatsApp = new WhatsAppPage(open ?? (await device.openWhatsApp()))
  await whatsApp.page.bringToFront()
  const panel = await openPanel(whatsApp)
  await panel.locator('main').waitFor()
  if (name === 'panel') await shot(whatsApp.page, 'whatsapp')
  await shot(whatsApp.page, name, PANEL)
  if (name === 'panel')
    for (const [at, tab] of ['templates', 'queue', 'status'].entries()) {
      await panel
        .getByRole('tab')
        .nth(at + 1)
        .click()
      await shot(whatsApp.page, `${name}-${tab}`, PANEL)
    }
  await whatsApp.page.close()
}

async function shootPopup(device: Chromium, shot: Shot): Promise<void> {
  const popup = await device.openApp('popup.html')
  await popup.setViewportSize({ width: 300, height: 320 })
  await popup.locator('main').waitFor()
  await shot(popup, 'popup')
}

/** Queries answered, motion over; a progress bar does not wait for that. */
async function settle(page: Page): Promise<void> {
  if ((await page.getByRole('progressbar').count()) === 0) await page.waitForTimeout(700)
}

async function close(device: Chromium, mock: Mock): Promise<void> {
  await device.close()
  await mock.close()
}

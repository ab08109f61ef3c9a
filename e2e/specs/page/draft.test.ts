import { afterEach, expect, inject, it } from 'vitest'
import type { Frame, Page } from 'playwright'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type DomProfile, type Mock } from '../../whatsapp-mock/index.ts'

const TEXT = 'Dear Amira,\nyour order 👋 is ready.\n\nKind regards'

let mock: Mock
let device: Chromium

afterEach(async () => {
  await device.close()
  await mock.close()
})

/** Opens the panel; what it asks of the page can then be said over the very port it was given. */
async function openPanel(profile: DomProfile): Promise<{ page: Page; panel: Frame }> {
  mock = await startMock({ profile })
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  await device.context.addInitScript(() => {
    window.addEventListener('message', ({ ports: [port] }) => {
      if (port) Object.assign(window, { hostPort: port })
    })
  })
  const page = await device.openWhatsApp()
  const whatsApp = new WhatsAppPage(page)
  await expect.poll(() => whatsApp.railElement('button')).toBeDefined()
  await whatsApp.pressShortcut()
  await expect.poll(() => whatsApp.panel()?.evaluate(() => 'hostPort' in window)).toBe(true)
  const panel = whatsApp.panel()
  if (panel === undefined) throw new Error('The panel went away')
  return { page, panel }
}

function insert(panel: Frame, text: string): Promise<unknown> {
  return panel.evaluate((wanted) => {
    const { hostPort } = window as unknown as { hostPort: MessagePort }
    return new Promise((resolve) => {
      hostPort.addEventListener('message', ({ data }: MessageEvent<{ kind: string; id: number; result: unknown }>) => {
        if (data.kind === 'done' && data.id === 999) resolve(data.result)
      })
      hostPort.postMessage({ kind: 'insert', id: 999, text: wanted })
    })
  }, text)
}

it.each(['2026', 'legacy-2025'] as const)(
  '[WA10] a draft stands in the composer exactly, line breaks and emoji too, and a person sends it (markup %s)',
  async (profile) => {
    const { page, panel } = await openPanel(profile)
    await page.getByText('Amira Haddad').first().click()
    await expect.poll(() => page.locator('footer [contenteditable="true"]').count()).toBe(1)
    expect(await insert(panel, TEXT)).toBe('inserted')
    expect(mock.log).toEqual([])
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => mock.log).toMatchObject([{ byHand: true, text: TEXT }])
  },
)

it('[WA10] without an open chat nothing is inserted', async () => {
  const { panel } = await openPanel('2026')
  expect(await insert(panel, TEXT)).toBe('no-composer')
})

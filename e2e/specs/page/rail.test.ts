import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

const RAIL_PX = 48
const WINDOW_PX = 1280

describe.each([
  { thirdPartyCookies: 'allow', profile: '2026' },
  { thirdPartyCookies: 'block', profile: 'legacy-2025' },
] as const)('with third-party cookies: $thirdPartyCookies, markup $profile', ({ thirdPartyCookies, profile }) => {
  let mock: Mock
  let device: Chromium
  let whatsApp: WhatsAppPage

  beforeAll(async () => {
    mock = await startMock({ profile })
    device = await launchChromium({ builds: inject('builds'), mockPort: mock.port, thirdPartyCookies })
    whatsApp = new WhatsAppPage(await device.openWhatsApp())
  })

  afterAll(async () => {
    await device.close()
    await mock.close()
  })

  it('[WA11] the rail takes its own space, and a click opens the panel beside WhatsApp', async () => {
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX)
    expect(await whatsApp.railElement('button')).toMatchObject({ 'aria-label': 'Parley', 'aria-expanded': 'false' })
    await whatsApp.clickRail()
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX - 380)
    expect(await whatsApp.railElement('button')).toMatchObject({ 'aria-expanded': 'true' })
  })

  it('[WA13] the panel renders in its frame, whatever the storage it may use', async () => {
    await expect.poll(() => whatsApp.panel()?.locator('#root > *').count()).toBeGreaterThan(0)
    await expect.poll(() => whatsApp.panel()?.evaluate(() => document.body.innerText)).not.toBe('')
  })

  it('[WA12] dragging the edge resizes the panel within bounds, and the width is there after a reload', async () => {
    await whatsApp.dragEdge(40)
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX - 420)
    await whatsApp.dragEdge(500)
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX - 460)
    await whatsApp.page.reload()
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX)
    await whatsApp.pressShortcut()
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX - 460)
  })

  it('[WA11] Alt+P closes the panel, from the page and from inside the panel', async () => {
    await whatsApp.page.mouse.click(100, 400)
    await whatsApp.pressShortcut()
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX)
    await whatsApp.pressShortcut()
    await expect.poll(() => whatsApp.panel()?.locator('#root > *').count()).toBeGreaterThan(0)
    await whatsApp.panel()?.locator('body').press('Alt+KeyP')
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX - RAIL_PX)
  })

  it('[WA11] a key the page makes up does not open it', async () => {
    await whatsApp.page.evaluate(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyP', altKey: true, bubbles: true }))
    })
    expect(await whatsApp.railElement('button')).toMatchObject({ 'aria-expanded': 'false' })
  })

  it('[WA14] the rail follows the theme of WhatsApp', async () => {
    await whatsApp.page.evaluate(() => {
      document.body.className = 'web dark'
    })
    await expect.poll(() => whatsApp.railTheme()).toBe('dark')
    await whatsApp.page.evaluate(() => {
      document.body.className = 'web light'
    })
    await expect.poll(() => whatsApp.railTheme()).toBe('light')
  })

  it('[WA11] a newer copy of the script ends this one, and WhatsApp gets its space back', async () => {
    await whatsApp.page.evaluate((id) => {
      const detail = { contentScriptName: 'content', messageId: 'newer' }
      document.dispatchEvent(new CustomEvent(`${id}:content:wxt:content-script-started`, { detail }))
    }, device.extensionId)
    await expect.poll(() => whatsApp.widthLeft()).toBe(WINDOW_PX)
    expect(await whatsApp.railElement('button')).toBeUndefined()
    expect(await whatsApp.page.evaluate(() => document.body.style.length)).toBe(0)
  })
})

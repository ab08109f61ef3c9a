import type { Page } from 'puppeteer-core'
import { expect, inject, it } from 'vitest'
import { launchFirefox } from '../harness/firefox.ts'
import { startMock } from '../whatsapp-mock/index.ts'

const RAIL_PX = 48

it('[WA19] in Firefox the rail takes its own space, the panel opens beside WhatsApp, and the engine knows the sender', async () => {
  await using mock = await startMock()
  await using firefox = await launchFirefox({ builds: inject('builds'), mockPort: mock.port })
  const page = await firefox.openWhatsApp()
  const width = await page.evaluate(() => window.innerWidth)
  await expect.poll(() => bodyWidth(page)).toBe(width - RAIL_PX)
  await page.mouse.click(width - RAIL_PX / 2, 26)
  await expect.poll(() => bodyWidth(page)).toBe(width - RAIL_PX - 380)
  await expect.poll(() => firefox.findContext(/\/panel\.html/)).toBeDefined()
  const panel = (await firefox.findContext(/\/panel\.html/)) ?? ''
  await expect.poll(() => firefox.evaluate(panel, 'document.querySelector("#root").childElementCount')).not.toBe(0)

  const app = await firefox.openExtensionPage('app.html')
  await expect.poll(() => firefox.evaluate(app, SENDERS)).toMatch(/"account":"\+4930231250","stream":"MAIN"/)
  expect(await firefox.evaluate(app, SENDERS)).toContain('send.text')
})

function bodyWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.body.getBoundingClientRect().width)
}

/** Asks the engine what the screens ask. */
const SENDERS = `new Promise((resolve) => {
  const port = browser.runtime.connect({ name: 'parley' })
  port.onMessage.addListener((answer) => { port.disconnect(); resolve(JSON.stringify(answer)) })
  port.postMessage({ id: crypto.randomUUID(), name: 'page.senders', input: {} })
})`

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { expect, it } from 'vitest'
import { copyCheckout } from '../../harness/checkout-copy.ts'

const FILE = 'extension/src/whatsapp/panel/elements.ts'
const BEFORE = 'Parley (Alt+P)'
const AFTER = 'Parley, reloaded (Alt+P)'

it('[OP7] dev opens the panel in the mock and shows a changed file without a restart', async () => {
  await using copy = await copyCheckout()
  const dev = spawn(process.execPath, ['scripts/dev.ts', '--headless'], {
    cwd: copy.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const browser = await chromium.connectOverCDP(await debuggerOf(dev))
    const page = await whatsAppOf(browser)
    await expect.poll(() => renders(page, BEFORE), { timeout: 30_000 }).toBe(true)
    await page.keyboard.press('Alt+P')
    await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('/panel.html'))).toBe(true)

    const path = join(copy.root, FILE)
    await writeFile(path, (await readFile(path, 'utf8')).replace(BEFORE, AFTER))
    await expect.poll(async () => renders(await whatsAppOf(browser), AFTER), { timeout: 30_000 }).toBe(true)
    await browser.close()
  } finally {
    dev.kill('SIGTERM')
    await once(dev, 'exit')
  }
})

/** Whether the page's tree holds `text`, the closed shadow roots of extensions included. */
async function renders(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  const tree = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  return JSON.stringify(tree).includes(text)
}

async function whatsAppOf(browser: Browser): Promise<Page> {
  const find = (): Page | undefined =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith('https://web.whatsapp.com'))
  await expect.poll(find, { timeout: 30_000 }).toBeDefined()
  return find()!
}

/** The address dev prints. Its output stays open: a closed pipe would end it. */
function debuggerOf(dev: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    dev.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const url = /debugger (ws:\S+)/.exec(output)?.[1]
      if (url !== undefined) resolve(url)
    })
    dev.once('exit', () => {
      reject(new Error(`dev ended without a browser:\n${output}`))
    })
  })
}

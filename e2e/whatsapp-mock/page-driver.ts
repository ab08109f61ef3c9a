import { chromium, type BrowserContext, type Page } from 'playwright'
import { requireBrowser } from '../../scripts/browsers.ts'
import { startMock, type Mock, type MockOptions } from './index.ts'

declare global {
  interface Window {
    /** WhatsApp's loader, in functions that run in the page. */
    require: (id: string) => unknown
  }
}

/** A plain browser without the extension, for tests of the mock itself; each mock it opens answers on the one port. */
export interface Bench extends AsyncDisposable {
  /** A new mock and a new browser profile on it; `before` may add scripts to the page that is not loaded yet. */
  open(options?: MockOptions, before?: (page: Page) => Promise<void>): Promise<OpenMock>
}

export interface OpenMock extends AsyncDisposable {
  mock: Mock
  context: BrowserContext
  page: Page
  /** Every address any page asked for. */
  requests: string[]
  /** Uncaught errors, refused policies and everything else the console shows in red. */
  errors: string[]
}

export async function startBench(): Promise<Bench> {
  const { port, close } = await startMock()
  await close()
  const browser = await chromium.launch({
    executablePath: requireBrowser('chromium'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${String(port)}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
  })
  const opened: OpenMock[] = []
  return {
    open: async (options = {}, before) => {
      for (const earlier of opened.splice(0)) await earlier[Symbol.asyncDispose]()
      const mock = await startMock({ ...options, port })
      const made = await openPage(mock, await browser.newContext({ ignoreHTTPSErrors: true }), before)
      opened.push(made)
      return made
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      for (const { mock } of opened) await mock.close()
    },
  }
}

async function openPage(
  mock: Mock,
  context: BrowserContext,
  before?: (page: Page) => Promise<void>,
): Promise<OpenMock> {
  const requests: string[] = []
  const errors: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (error) => errors.push(error.error().message))
  context.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text())
  })
  const page = await context.newPage()
  await before?.(page)
  await page.goto('https://web.whatsapp.com/')
  async function dispose(): Promise<void> {
    await context.close()
    await mock.close()
  }
  return { mock, context, page, requests, errors, [Symbol.asyncDispose]: dispose }
}

/** Waits until the page's stream is in this mode. */
export async function untilStream(page: Page, mode: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    try {
      return (window.require('WAWebStreamModel') as { Stream: { mode: string } }).Stream.mode === wanted
    } catch {
      return false
    }
  }, mode)
}

/** Waits until the page is live and has its history. */
export async function untilSynced(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    try {
      return (window.require('WAWebSocketModel') as { Socket: { hasSynced: boolean } }).Socket.hasSynced
    } catch {
      return false
    }
  })
}

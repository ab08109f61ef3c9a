import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { requireBrowser } from '../../scripts/browsers.ts'
import { startConnectProxy } from './connect-proxy.ts'

const GECKO_ID = 'parley@parley.example'
/** Fixed, so that the address of an extension page is known before it loads. */
const ORIGIN_ID = '6f7a3c1e-0b52-4e64-9d0a-2f1f5f7c9a11'

interface BidiContext {
  context: string
  url: string
  children?: BidiContext[]
}

/** Firefox with the shipped build, driven over WebDriver BiDi. */
export interface Firefox extends AsyncDisposable {
  openWhatsApp(): Promise<Page>
  /** Opens an extension page and answers its browsing context. */
  openExtensionPage(path: string): Promise<string>
  /** The browsing context whose address matches, extension iframes included; undefined while there is none. */
  findContext(address: RegExp): Promise<string | undefined>
  /** Evaluates an expression there; only plain values come back. */
  evaluate(context: string, expression: string): Promise<unknown>
  /** Clicks the first element a CSS selector finds there. */
  click(context: string, selector: string): Promise<void>
}

/** Starts Firefox. `--remote-allow-system-access` is what lets BiDi reach moz-extension pages since Firefox 153. */
export async function launchFirefox({ builds, mockPort }: { builds: string; mockPort: number }): Promise<Firefox> {
  const proxy = await startConnectProxy(mockPort)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(proxy.port),
  })
  await browser.installExtension(join(builds, 'firefox-mv3'))
  return driver(browser, proxy)
}

function preferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
    'network.cookie.cookieBehavior': 5,
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: ORIGIN_ID }),
  }
}

function driver(browser: Browser, proxy: AsyncDisposable): Firefox {
  const bidi = bidiOf(browser)
  async function contexts(): Promise<BidiContext[]> {
    const { contexts: roots } = (await bidi('browsingContext.getTree')) as { contexts: BidiContext[] }
    return roots.flatMap(withChildren)
  }
  async function openExtensionPage(path: string): Promise<string> {
    const { context } = (await bidi('browsingContext.create', { type: 'tab' })) as { context: string }
    // Waiting for the load event of a moz-extension page hangs; callers poll for what they need.
    await bidi('browsingContext.navigate', { context, url: `moz-extension://${ORIGIN_ID}/${path}`, wait: 'none' })
    return context
  }
  return {
    openExtensionPage,
    async openWhatsApp() {
      const page = await browser.newPage()
      await page.goto('https://web.whatsapp.com/')
      return page
    },
    findContext: async (address) => (await contexts()).find(({ url }) => address.test(url))?.context,
    evaluate: async (context, expression) => evaluate(bidi, context, expression),
    click: async (context, selector) => click(bidi, context, selector),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await proxy[Symbol.asyncDispose]()
    },
  }
}

type Bidi = (method: string, params?: Record<string, unknown>) => Promise<unknown>

/** Puppeteer's own BiDi connection: its typed surface does not reach extension frames. */
function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result?: unknown }> }
  }
  return async (method, params = {}) => (await connection.send(method, params)).result
}

function withChildren(context: BidiContext): BidiContext[] {
  return [context, ...(context.children ?? []).flatMap(withChildren)]
}

async function evaluate(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const params = { expression, target: { context }, awaitPromise: true }
  const answer = (await bidi('script.evaluate', params)) as {
    type: string
    result?: { value?: unknown }
    exceptionDetails?: { text: string }
  }
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'evaluation failed')
  return answer.result?.value
}

async function click(bidi: Bidi, context: string, selector: string): Promise<void> {
  const locator = { type: 'css', value: selector }
  const { nodes } = (await bidi('browsingContext.locateNodes', { context, locator })) as {
    nodes: { sharedId: string }[]
  }
  const first = nodes[0]
  if (first === undefined) throw new Error(`Nothing matches ${selector}`)
  const origin = { type: 'element', element: { sharedId: first.sharedId } }
  const actions = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  await bidi('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] })
}

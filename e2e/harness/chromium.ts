import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright'
import { requireBrowser } from '../../scripts/browsers.ts'

export interface ChromiumOptions {
  /** Folder that holds `chrome-mv3`: `inject('builds')` in a test. */
  builds: string
  /** Another name than `chrome-mv3` for the build inside it. */
  build?: string
  /** Port of the mock that answers for https://web.whatsapp.com. */
  mockPort?: number
  /** An existing profile to go on with; without it a new one is made and removed at the end. */
  profile?: string
  /** Chrome's own default allows third-party cookies; many users and Brave block them. Both must work. */
  thirdPartyCookies?: 'allow' | 'block'
  headed?: boolean
  locale?: string
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}

/** One installed extension in one Chromium profile: a device of a team. */
export interface Chromium extends AsyncDisposable {
  readonly context: BrowserContext
  readonly profile: string
  readonly extensionId: string
  /** Opens WhatsApp Web (the mock) in a new tab. */
  openWhatsApp(): Promise<Page>
  /** Opens an extension page, by default the app. */
  openApp(path?: string): Promise<Page>
  worker(): Promise<Worker>
  /** Stops the service worker as the browser does when it is idle: at once and without a word. */
  stopWorker(): Promise<void>
  /** WebSocket address of the browser's own debugger, for breakpoints in the worker. */
  debuggerUrl(): Promise<string>
  /** Ends the whole browser as a power cut does. The profile stays: go on with it by `launchChromium({ profile })`. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Starts Chromium with the shipped build. Flags and traps: Playwright turns third-party storage partitioning off unless an own `--disable-features` replaces its list. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'parley-profile-')))
  await writePreferences(profile, options.thirdPartyCookies ?? 'allow')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: options.headed !== true,
    args: flags(options),
    locale: options.locale ?? 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  })
  const extensionId = new URL((await engineWorker(context)).url()).host
  return device(context, profile, extensionId, options.profile === undefined)
}

function device(context: BrowserContext, profile: string, extensionId: string, temporary: boolean): Chromium {
  async function open(url: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  async function close(): Promise<void> {
    await context.close()
    if (temporary) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  async function kill(): Promise<void> {
    // Chromium notes its process in the profile: '<host>-<pid>'.
    const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1))
    const closed = new Promise((resolve) => context.once('close', resolve))
    process.kill(pid, 'SIGKILL')
    await closed
  }
  return {
    kill,
    context,
    profile,
    extensionId,
    openWhatsApp: () => open('https://web.whatsapp.com/'),
    openApp: (path = 'app.html') => open(`chrome-extension://${extensionId}/${path}`),
    worker: () => engineWorker(context),
    stopWorker: () => stopWorkers(context),
    debuggerUrl: async () => {
      const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
      return `ws://127.0.0.1:${port ?? ''}${path ?? ''}`
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** The extension's service worker; WhatsApp Web has one of its own. */
async function engineWorker(context: BrowserContext): Promise<Worker> {
  const ours = (worker: Worker): boolean => worker.url().startsWith('chrome-extension://')
  return context.serviceWorkers().find(ours) ?? (await context.waitForEvent('serviceworker', ours))
}

async function stopWorkers(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

function flags({ builds, build, mockPort, headed }: ChromiumOptions): string[] {
  const extension = join(builds, build ?? 'chrome-mv3')
  return [
    '--no-sandbox',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    // Everything but the mock is unreachable, so a third-party request fails here instead of leaving unseen.
    `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${String(mockPort ?? 9)}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
    '--ignore-certificate-errors',
    '--remote-debugging-port=0',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-features=Translate',
    ...(headed === true ? [] : ['--disable-gpu']),
  ]
}

/** Debian's Chromium blocks third-party cookies, stock Chrome does not; the mode is set either way so that a test knows which it has. */
async function writePreferences(profile: string, cookies: 'allow' | 'block'): Promise<void> {
  const folder = join(profile, 'Default')
  const file = join(folder, 'Preferences')
  await mkdir(folder, { recursive: true })
  const existing = await readFile(file, 'utf8').catch(() => undefined)
  if (existing !== undefined) return
  await writeFile(file, JSON.stringify({ profile: { cookie_controls_mode: cookies === 'allow' ? 0 : 1 } }))
}

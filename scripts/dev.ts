// `pnpm dev`: the extension, rebuilt and reloaded at each change, in a Chromium that takes the mock for WhatsApp Web.
import { parseArgs } from 'node:util'
import { createServer } from 'wxt'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { startMock } from '../e2e/whatsapp-mock/index.ts'
import { ensureBrowsers } from './browsers.ts'

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } })

ensureBrowsers(['chromium'])
const mock = await startMock()
const server = await createServer({ mode: 'development', webExt: { disabled: true } })
await server.start()
const device = await launchChromium({
  builds: '.output',
  build: 'chrome-mv3-dev',
  mockPort: mock.port,
  headed: !values.headless,
})
await device.openWhatsApp()
console.log(`WhatsApp Web is the mock at 127.0.0.1:${mock.port}; debugger ${await device.debuggerUrl()}`)
console.log('Ready: change a file and look. Ctrl-C ends everything.')

async function stop(): Promise<void> {
  await device.close()
  await server.stop()
  await mock.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
device.context.once('close', () => void stop())

import { expect, inject, it } from 'vitest'
import { launchFirefox } from '../harness/firefox.ts'

it('[OP3] the shipped build loads in Firefox and its app page opens', async () => {
  await using firefox = await launchFirefox({ builds: inject('builds'), mockPort: 9 })
  const app = await firefox.openExtensionPage('app.html')
  await expect
    .poll(() => firefox.evaluate(app, 'document.querySelector("#root").textContent'), { timeout: 30_000 })
    .toContain('Parley')
})

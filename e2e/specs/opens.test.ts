import { expect, inject, it } from 'vitest'
import { launchChromium } from '../harness/chromium.ts'

it('[OP2] the shipped build loads in Chromium and its app page opens', async () => {
  await using device = await launchChromium({ builds: inject('builds') })
  const app = await device.openApp()
  await expect.poll(() => app.locator('#root').textContent()).toContain('Parley')
})

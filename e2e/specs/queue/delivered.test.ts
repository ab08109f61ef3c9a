import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import type { Page } from 'playwright'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { campaign, claimsOf, setUpWorkspace, startCampaign } from '../../pages/campaigns-by-port.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

let mock: Mock
let device: Chromium
let app: Page

beforeEach(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  app = await device.openApp()
  await device.openWhatsApp()
})

afterEach(async () => {
  await device.close()
  await mock.close()
})

it('[QU4] [QU14] a campaign goes to everyone once, and its counts are what WhatsApp accepted', async () => {
  await setUpWorkspace(app, mock.people)
  const id = await startCampaign(app, 'Hello {{ first_name | default: "you" }}')
  await expect.poll(() => campaign(app, id), { timeout: 60_000 }).toMatchObject({ state: 'done' })
  const { counts } = (await campaign(app, id))!
  const registered = mock.people.filter((person) => person.registered && !person.blocked)
  expect(counts).toMatchObject({ total: mock.people.length, delivered: registered.length })
  expect(mock.accepted).toHaveLength(registered.length)
  expect(mock.judge(await claimsOf(app, id))).toMatchObject({ doubles: [], lost: [], unclaimed: [], clean: true })
})

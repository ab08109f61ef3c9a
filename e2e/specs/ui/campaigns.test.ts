import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import type { CampaignPage } from '../../pages/campaign-page.ts'
import { insist } from '../../pages/engine-port.ts'
import { NewCampaignPage } from '../../pages/new-campaign-page.ts'
import { PacingPage } from '../../pages/pacing-page.ts'
import { ParleyApp } from '../../pages/parley-app.ts'
import { openPanel } from '../../pages/parley-panel.ts'
import { WhatsAppPage } from '../../pages/whatsapp-page.ts'
import { startMock, type Mock } from '../../whatsapp-mock/index.ts'

const PEOPLE = Array.from({ length: 13 }, (_, at) => ({
  phone: `4930231251${String(10 + at)}`,
  name: `Person ${String.fromCharCode(65 + at)}`,
}))
const OPTED_OUT = PEOPLE[4]!

let mock: Mock
let device: Chromium
let app: ParleyApp
let campaign: CampaignPage

// One story in steps: what a step leaves is where the next begins.
beforeAll(async () => {
  mock = await startMock({ people: PEOPLE })
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  app = new ParleyApp(await device.openApp())
  await app.createWorkspace('La Esquina')
  const rows = PEOPLE.map(({ phone, name }) => `${name},+${phone},${phone === OPTED_OUT.phone ? 'yes' : ''}`)
  await app.chooseFile('customers.csv', ['Full name,Phone,Opted out', ...rows].join('\n'))
  await app.importChosen()
  const body = 'Hello {{ first_name | default: "you" }}, the oven is warm.'
  const { id } = await insist(app.page, 'template', 'templates.create', { name: 'Fresh bread', body })
  await insist(app.page, 'publish', 'templates.publish', { id })
  await device.openWhatsApp()
  await app.page.bringToFront()
})

afterAll(async () => {
  await device.close()
  await mock.close()
})

it('[UI10] before the first campaign stands what WhatsApp forbids, once, and settings lead back to it', async () => {
  await app.go('/campaigns')
  await app.page.locator('main').getByRole('link', { name: 'New campaign' }).click()
  const wizard = new NewCampaignPage(app)
  expect(await app.page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true)
  await wizard.acknowledge()
  await app.go('/settings')
  await app.page.getByRole('link', { name: 'Read it' }).click()
  await app.page.getByText('Read and understood').waitFor()
  await wizard.open()
  expect(await app.page.getByRole('button', { name: 'Go on' }).count()).toBe(0)
})

it('[UI13] a wrong pace is refused in its fields, a loose one is warned of, and a saved one says since when', async () => {
  const pacing = await new PacingPage(app).open()
  await pacing.fill({ least: 30, most: 10 })
  await pacing.save()
  await expect.poll(() => pacing.problems.allInnerTexts()).toEqual(['Not less than the shortest pause'])
  await pacing.fill({ least: 1, most: 1, cold: 100, businessHours: false })
  await expect.poll(() => pacing.warning.innerText()).toContain('Faster than the defaults')
  await pacing.save()
  await expect.poll(() => pacing.section.innerText()).toMatch(/Changed .* by this device/)
})

it('[UI12] the review counts who gets it and who does not, and the button names the people', async () => {
  const wizard = await new NewCampaignPage(app).open()
  await wizard.goToReview('Fresh bread')
  expect(await wizard.review()).toEqual({ recipients: 13, included: 12, leftOut: 1 })
  expect(await wizard.leftOut('Opted out')).toEqual([OPTED_OUT.name])
  expect(await wizard.sendButton.innerText()).toBe('Send to 12 people')
  expect(mock.log).toEqual([])
})

it('[UI12] numbers that change meanwhile are the ones that count', async () => {
  const wizard = new NewCampaignPage(app)
  const fields = { fullName: 'Late Comer', phone001: '+493023125160' }
  await insist(app.page, 'late', 'contacts.create', { fields })
  await expect.poll(() => wizard.review()).toEqual({ recipients: 14, included: 13, leftOut: 1 })
  expect(await wizard.sendButton.innerText()).toBe('Send to 13 people')
  const [late] = (await insist(app.page, 'find', 'contacts.page', { search: 'Late Comer' })).rows
  await insist(app.page, 'gone', 'contacts.delete', { ids: [late!.id] })
  await expect.poll(() => wizard.review()).toEqual({ recipients: 13, included: 12, leftOut: 1 })
})

it('[UI14] a campaign is paused, resumed and stopped with everything, and nothing goes out meanwhile', async () => {
  campaign = await new NewCampaignPage(app).send()
  await expect.poll(() => campaign.sent()).toBeGreaterThan(1)
  await campaign.pause()
  await expect.poll(async () => (await campaign.sent()) === mock.accepted.length).toBe(true)
  expect((await campaign.counts()).waiting).toBeGreaterThan(0)
  await campaign.resume()
  await campaign.stopEverything()
  await expect.poll(async () => (await campaign.sent()) === mock.accepted.length).toBe(true)
  const question = await campaign.askToCancel()
  expect(await question.innerText()).toContain(`${String(mock.accepted.length)} messages are sent and stay sent`)
  await question.getByRole('button', { name: 'Keep it' }).click()
})

it('[UI14] the popup and the panel stop everything too', async () => {
  // Both stand before anything runs: what they take to open sends nothing.
  const popup = await device.openApp('popup.html')
  const whatsApp = device.context.pages().find((page) => page.url().startsWith('https://web.whatsapp.com/'))
  await whatsApp?.bringToFront()
  const panel = await openPanel(new WhatsAppPage(whatsApp!))
  await panel.getByRole('tab', { name: 'Queue' }).click()
  for (const surface of [popup, panel]) {
    await campaign.resume()
    await surface.getByRole('button', { name: 'Stop everything' }).click()
    await expect.poll(() => campaign.header.innerText()).toContain('Paused')
  }
  await popup.close()
  await app.page.bringToFront()
  await campaign.resume()
})

it('[UI11] at the end the numbers on screen are what WhatsApp accepted, and each opens its rows', async () => {
  await expect
    .poll(async () => [await campaign.header.innerText(), await campaign.counts()], { timeout: 60_000 })
    .toEqual([expect.stringContaining('Done'), expect.anything()])
  const { total, skipped, ...others } = await campaign.counts()
  expect({ total, skipped }).toEqual({ total: 13, skipped: 1 })
  expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(12)
  expect(await campaign.sent()).toBe(12)
  expect(new Set(mock.accepted.map(({ person }) => person)).size).toBe(12)
  const rows = await campaign.open('skipped')
  await expect.poll(() => rows.count()).toBe(1)
  expect(await rows.innerText()).toContain(OPTED_OUT.name)
})

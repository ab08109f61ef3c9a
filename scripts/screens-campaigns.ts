import type { Page } from 'playwright'
import type { Chromium } from '../e2e/harness/chromium.ts'
import { insist } from '../e2e/pages/engine-port.ts'
import { NewCampaignPage } from '../e2e/pages/new-campaign-page.ts'
import { PacingPage } from '../e2e/pages/pacing-page.ts'
import type { AppLanguage, ParleyApp } from '../e2e/pages/parley-app.ts'
import { SAMPLE_PEOPLE } from '../e2e/whatsapp-mock/people.ts'
import type { PersonSeed } from '../e2e/whatsapp-mock/options.ts'

const FIRST = 'Ada Bruno Carla Dario Elif Farid Greta Hugo Ines Jan Karin Leo Mira Noor'.split(' ')
const LAST = ['Brandt', 'Haddad', 'Rivera', 'Berg']
const TEMPLATE = 'Autumn workshop'
const BODY =
  'Hello {{ first_name | default: "there" }},\nour *autumn workshop* is on Saturday at ten. Shall we keep you a seat?\n\nTea and cake are on us.'

/** Who the campaign of the pictures goes to: all but two of them are on WhatsApp. */
export const WORKSHOP_PEOPLE: readonly PersonSeed[] = FIRST.flatMap((first, f) =>
  LAST.map((last, l) => ({
    phone: `4930231252${String(f * LAST.length + l).padStart(2, '0')}`,
    name: `${first} ${last}`,
    registered: !(f === 0 && l < 2),
  })),
)

export const EVERYBODY: readonly PersonSeed[] = [...SAMPLE_PEOPLE, ...WORKSHOP_PEOPLE]

type Shot = (page: Page, name: string) => Promise<void>

/** From the empty list over the notice and the four steps to a campaign that runs, and what the queue says of it. */
export async function shootCampaigns(
  device: Chromium,
  app: ParleyApp,
  language: AppLanguage,
  shot: Shot,
): Promise<void> {
  await app.go('/campaigns')
  await shot(app.page, 'campaigns-empty')
  const wizard = await new NewCampaignPage(app, language).open()
  await shot(app.page, 'campaign-notice')
  await wizard.acknowledge()
  await prepare(device, app, shot)
  await shootSteps(await wizard.open(), shot)
  await shootRunning(wizard, app, shot)
}

/** The people, what they read, and a pace that a picture can wait for. */
async function prepare(device: Chromium, app: ParleyApp, shot: Shot): Promise<void> {
  const rows = WORKSHOP_PEOPLE.map(({ phone, name = '' }, at) => `${name},+${phone},${at % 19 === 4 ? 'yes' : ''}`)
  await app.chooseFile('workshop.csv', ['Full name,Phone,Opted out', ...rows].join('\n'))
  await app.importChosen()
  const { id } = await insist(app.page, 'template', 'templates.create', { name: TEMPLATE, body: BODY })
  await insist(app.page, 'publish', 'templates.publish', { id })
  await app.go(`/templates/${id}`)
  await shot(app.page, 'templates')
  await app.page.locator('main textarea').fill(`${BODY}\n{{ frist_name }}`)
  await app.page.locator('main li button').first().waitFor()
  await shot(app.page, 'templates-problem')
  await app.page.locator('main textarea').fill(BODY)
  const pacing = await new PacingPage(app).open()
  await shot(app.page, 'settings-pacing')
  await pacing.fill({ least: 1, most: 1, cold: 500, businessHours: false })
  await pacing.warning.scrollIntoViewIfNeeded()
  await shot(app.page, 'settings-pacing-loose')
  await pacing.save()
  await device.openWhatsApp()
  await app.page.bringToFront()
}

async function shootSteps(wizard: NewCampaignPage, shot: Shot): Promise<void> {
  const { page } = wizard.app
  await wizard.chooseAudience('import')
  await shot(page, 'campaign-audience')
  await wizard.next()
  await wizard.chooseTemplate(TEMPLATE)
  await shot(page, 'campaign-message')
  await wizard.next()
  await shot(page, 'campaign-pace')
  await wizard.next()
  await wizard.sendButton.waitFor()
  await shot(page, 'campaign-review')
  await wizard.sendButton.scrollIntoViewIfNeeded()
  await shot(page, 'campaign-send')
}

async function shootRunning(wizard: NewCampaignPage, app: ParleyApp, shot: Shot): Promise<void> {
  const campaign = await wizard.send()
  while ((await campaign.sent()) < 8) await app.page.waitForTimeout(200)
  await shot(app.page, 'campaign-running')
  await campaign.open('failed')
  await shot(app.page, 'campaign-failed')
  await app.go('/campaigns')
  await shot(app.page, 'campaigns')
  await app.go('/queue')
  await shot(app.page, 'queue')
}

import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CampaignDetail, ImportJob } from '../../extension/src/engine/calls.ts'
import { campaign, claimsOf } from '../../e2e/pages/campaigns-by-port.ts'
import { insist } from '../../e2e/pages/engine-port.ts'
import { NewCampaignPage } from '../../e2e/pages/new-campaign-page.ts'
import { PacingPage } from '../../e2e/pages/pacing-page.ts'
import { openPanel } from '../../e2e/pages/parley-panel.ts'
import { WhatsAppPage } from '../../e2e/pages/whatsapp-page.ts'
import { receiptsOf } from './audience.ts'
import { checkText, importFile, optSomeOut } from './in-the-app.ts'
import { sentOf, watchToTheEnd } from './kills.ts'
import type { DemoOptions } from './options.ts'
import { Refused } from './refused.ts'
import type { Kill, Result } from './result.ts'
import { peopleTheMock, type Stage } from './stage.ts'

/** Receipts come after the last message; later than this none is on its way. */
const RECEIPTS_MS = 60_000
/** So few would all be sent before anybody could watch. */
const FEW = 60
const once = (): string => crypto.randomUUID()

type Say = (line: string) => void

/** Does the whole job on a stage that is set, and answers what it came to. */
export async function runDemo(stage: Stage, options: DemoOptions, say: Say): Promise<Result> {
  const started = performance.now()
  const job = await bringContacts(stage, options, say)
  const optedOutHere = await optSomeOut(stage.app, job.imported)
  const strangers = await peopleTheMock(stage)
  say(`WhatsApp's stand-in knows a person for every number; ${String(strangers)} of them are not on WhatsApp.`)
  await publish(stage, options, say)
  await setPace(stage, job.imported, say)
  const whatsApp = new WhatsAppPage(await stage.device.openWhatsApp())
  await stage.app.page.bringToFront()
  const campaignId = await review(stage, options, say)
  const kills = await watch(stage, campaignId, say)
  const last = await settled(stage, campaignId)
  await shootEnd(stage, campaignId, whatsApp)
  return {
    ...(await totals(stage, campaignId, job, last)),
    fileName: basename(options.contacts.path),
    country: options.country,
    text: options.template.body,
    optedOutHere,
    kills,
    seconds: (performance.now() - started) / 1000,
    shots: stage.shots,
  }
}

async function bringContacts({ app, shoot }: Stage, options: DemoOptions, say: Say): Promise<ImportJob> {
  say('Making a workspace…')
  await app.createWorkspace('Corner Bakery')
  await insist(app.page, once(), 'workspace.setCountry', { country: options.country })
  say(`Importing ${options.contacts.path}…`)
  const job = await importFile(app, options.contacts.path)
  const { rows, imported, merged, rejected } = job
  say(`  ${String(rows)} rows: ${String(imported)} imported, ${String(merged)} merged, ${String(rejected)} rejected`)
  if (imported === 0) throw new Refused(`--contacts ${options.contacts.path}: no row of it could be imported`)
  const { matching: out, total } = await insist(app.page, once(), 'contacts.page', { consent: 'out', limit: 1 })
  if (out === total) throw new Refused(`--contacts ${options.contacts.path}: nobody in it may be written to`)
  await shoot(app.page, 'import', 'The import: what came in, and every rejected row with its reason')
  await app.go('/contacts')
  await app.rows.first().waitFor()
  await shoot(app.page, 'contacts', 'The contacts')
  return job
}

async function publish({ app }: Stage, { template }: DemoOptions, say: Say): Promise<void> {
  await checkText(app, template.path, template.body)
  const { id } = await insist(app.page, once(), 'templates.create', { name: template.name, body: template.body })
  const { version } = await insist(app.page, once(), 'templates.publish', { id })
  say(`Published "${template.name}", version ${String(version)}.`)
}

async function setPace({ app }: Stage, people: number, say: Say): Promise<void> {
  const pause = people <= FEW ? 1 : 0
  await new PacingPage(app).set({ least: pause, most: pause, warm: people, cold: people, businessHours: false })
  say(
    `The admin loosens the pace openly in Settings: ${String(pause)} s between two, ${String(people)} a day, at any hour.`,
  )
}

/** From the notice to the one button; answers the campaign that it started. */
async function review({ app, shoot }: Stage, { template }: DemoOptions, say: Say): Promise<string> {
  const wizard = await new NewCampaignPage(app).open()
  await wizard.acknowledge()
  await wizard.chooseAudience('import')
  await wizard.goToReview(template.name)
  const { recipients, included, leftOut } = await wizard.review()
  say(`Reviewed: ${String(recipients)} recipients, ${String(included)} get it, ${String(leftOut)} are left out.`)
  await shoot(app.page, 'review', 'The review: who gets it, who does not and why')
  await wizard.send()
  const campaignId = /#\/campaigns\/(\w+)/.exec(app.page.url())?.[1]
  if (campaignId === undefined) throw new Error('the campaign has no page')
  return campaignId
}

function watch({ app, device, shoot }: Stage, campaignId: string, say: Say): Promise<Kill[]> {
  let shot = false
  return watchToTheEnd({
    look: () => look(app.page, campaignId),
    kill: () => device.stopWorker(),
    wentOn: async () => {
      if (!shot) await shoot(app.page, 'running', 'The campaign, just after the engine was killed')
      shot = true
    },
    say,
  })
}

/** The campaign once WhatsApp has told all it will of the messages it accepted. */
async function settled({ app, mock }: Stage, campaignId: string): Promise<CampaignDetail> {
  const told = receiptsIn(mock)
  const until = performance.now() + RECEIPTS_MS
  for (;;) {
    const detail = await look(app.page, campaignId)
    const { delivered, read } = reached(detail)
    if ((delivered === told.delivered && read === told.read) || performance.now() > until) return detail
    await sleep(200)
  }
}

async function totals(
  { app, mock }: Stage,
  campaignId: string,
  { rows, imported, merged, rejected }: ImportJob,
  { counts, reasons }: CampaignDetail,
): Promise<Pick<Result, 'contacts' | 'campaign' | 'wire' | 'reasons' | 'unsettled' | 'unclaimed' | 'receipts'>> {
  const verdict = mock.judge(await claimsOf(app.page, campaignId))
  const { total, skipped, failed, uncertain, cancelled, sentByWord, waiting, unreadable } = counts
  return {
    contacts: { rows, imported, merged, rejected },
    campaign: {
      recipients: total,
      sent: sentOf(counts) + sentByWord,
      ...reached({ counts }),
      skipped,
      failed,
      uncertain,
      cancelled,
    },
    wire: {
      messages: mock.accepted.length,
      duplicates: verdict.doubles.length,
      lost: verdict.lost.length,
      retries: verdict.retries.length,
    },
    reasons,
    unsettled: waiting + unreadable,
    unclaimed: verdict.unclaimed.length,
    receipts: receiptsIn(mock),
  }
}

async function shootEnd({ app, shoot }: Stage, campaignId: string, whatsApp: WhatsAppPage): Promise<void> {
  await app.go(`/campaigns/${campaignId}`)
  await shoot(app.page, 'done', 'The campaign at its end: the numbers sum to its recipients')
  await whatsApp.page.bringToFront()
  await openPanel(whatsApp)
  await shoot(whatsApp.page, 'whatsapp', 'WhatsApp Web (the stand-in) with the panel')
}

/** Delivered or better, and read or better. */
function reached({ counts: { delivered, read, played } }: Pick<CampaignDetail, 'counts'>): {
  delivered: number
  read: number
} {
  return { delivered: delivered + read + played, read: read + played }
}

/** What WhatsApp tells, or will, of what it has accepted. */
function receiptsIn(mock: Stage['mock']): { delivered: number; read: number } {
  const told = mock.accepted.map(({ person = '' }) => receiptsOf(person))
  return {
    delivered: told.filter(({ delivered }) => delivered !== null).length,
    read: told.filter(({ read }) => read !== null).length,
  }
}

async function look(page: Stage['app']['page'], campaignId: string): Promise<CampaignDetail> {
  const detail = await campaign(page, campaignId)
  if (!detail) throw new Error('the campaign is gone')
  return detail
}

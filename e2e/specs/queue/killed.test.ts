import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import type { Page } from 'playwright'
import { stopAt } from '../../harness/breakpoints.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import {
  campaign,
  claimsOf,
  review,
  setUpWorkspace,
  startCampaign,
  startReviewed,
} from '../../pages/campaigns-by-port.ts'
import { durableFacts } from '../../pages/stored-rows.ts'
import { startMock, type Claim, type Mock } from '../../whatsapp-mock/index.ts'

// One browser for all points: each kills the engine of a campaign of its own, and the judge looks at all of them.
let mock: Mock
let device: Chromium
let app: Page
const claims: Claim[] = []

beforeAll(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  app = await device.openApp()
  await device.openWhatsApp()
  await setUpWorkspace(app, mock.people)
  // What WhatsApp surely has is the witness that a look-up which finds nothing is believed by.
  await finished(await startCampaign(app, BODY))
})

afterAll(async () => {
  await device.close()
  await mock.close()
})

/** A point that is never reached is a fault of the test's. */
const POINT_MS = 90_000
const BODY = 'Hello {{ first_name | default: "you" }}, the new bread is here.'

async function finished(id: string): Promise<void> {
  await vi.waitFor(async () => expect(await campaign(app, id)).toMatchObject({ state: 'done' }), { timeout: 60_000 })
  claims.push(...(await claimsOf(app, id)))
  const { counts } = (await campaign(app, id))!
  expect(counts.total).toBe(mock.people.length)
  expect(counts.uncertain + counts.waiting + counts.cancelled).toBe(0)
  expect(mock.judge(claims)).toMatchObject({ doubles: [], lost: [], unclaimed: [], clean: true })
}

/** Starts a campaign, kills the engine at the point and lets it go on by itself. */
async function killedAt(point: string, arm: () => Promise<Point> | Point): Promise<void> {
  const reviewed = await review(app, BODY)
  const { reached, leave } = await arm()
  const started = startReviewed(app, reviewed)
  await reached
  await device.stopWorker()
  const counts = await durableFacts(app)
  leave()
  const id = await started
  console.info(`killed where ${point}; durable then: ${JSON.stringify(counts)}`)
  await finished(id)
}

interface Point {
  readonly reached: Promise<unknown>
  leave(): void
}

it.each([
  ['the number is asked for', 'resolve'],
  ['the message is looked up', 'look-up'],
  ['WhatsApp has stored it and not sent it', 'store'],
  ['it has reached WhatsApp and is not accepted', 'send'],
  ['it is accepted and WhatsApp has not answered', 'accepted'],
  ['its receipt is on the way', 'receipt'],
] as const)(
  '[QU4] [QU6] the engine dies while %s: the campaign goes to everyone once',
  async (point, name) => {
    await killedAt(point, () => {
      const { reached, release } = mock.hold(name)
      return { reached, leave: release }
    })
  },
  POINT_MS,
)

const ENGINE_POINTS = [
  ['the messages are staged, and none is in the queue', 'engine/campaigns/mover.ts', 'const row = (await work.row('],
  ['all messages are in the queue, and the header is not', 'engine/campaigns/mover.ts', 'writeCampaign(m, header)'],
  ['a message is about to be reserved', 'engine/queue/sender-runner.ts', 'const left = await new MessageRun('],
  ['it is reserved', 'engine/queue/message-run.ts', 'this.#recipient = await askRecipient'],
  ['it was looked up', 'engine/queue/message-run.ts', 'const limits = await askLimits'],
  ['"dispatching" is written and not committed', 'engine/queue/message-run.ts', 'const spent = [...row.spent'],
  [
    '"dispatching" is durable and nothing handed over',
    'engine/queue/message-run.ts',
    'const answer = await this.#desk.pages.ask(',
  ],
  ['WhatsApp has answered and nothing is written of it', 'engine/queue/message-run.ts', 'const verdict = classifySend'],
  ['its receipt has come and is not written', 'engine/queue/receipts.ts', 'const meaning = classifyAck(ack)'],
  ['a commit is durable and nobody was told', 'engine/store/store.ts', 'for (const listener of this.#listeners)'],
  [
    'every message has ended and the campaign has not',
    'engine/queue/sender-runner.ts',
    "writeCampaignWord(map, book.header.campaign, 'done'",
  ],
] as const

it.each(ENGINE_POINTS)(
  '[QU4] [QU6] the engine dies where %s: the campaign goes to everyone once',
  async (point, source, needle) => {
    await killedAt(point, async () => {
      const { reached, detach } = await stopAt(device, join(inject('builds'), 'chrome-mv3'), source, needle)
      return { reached, leave: detach }
    })
  },
  POINT_MS,
)

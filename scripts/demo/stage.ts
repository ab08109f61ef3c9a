import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchChromium, type Chromium } from '../../e2e/harness/chromium.ts'
import { insist } from '../../e2e/pages/engine-port.ts'
import { ParleyApp } from '../../e2e/pages/parley-app.ts'
import { startMock, type Mock } from '../../e2e/whatsapp-mock/index.ts'
import { personOf, receiptsOf } from './audience.ts'
import { freshBuild } from './fresh-build.ts'
import type { Shot } from './result.ts'

/** One device with the extension, and the WhatsApp it writes into. */
export interface Stage extends AsyncDisposable {
  readonly mock: Mock
  readonly device: Chromium
  readonly app: ParleyApp
  readonly shots: readonly Shot[]
  shoot(page: Page, name: string, caption: string): Promise<void>
}

export async function setStage(folder: string, headed: boolean, say: (line: string) => void): Promise<Stage> {
  await using built = new AsyncDisposableStack()
  const builds = await mkdtemp(join(tmpdir(), 'parley-demo-build-'))
  built.defer(() => rm(builds, { recursive: true, force: true }))
  await freshBuild(builds, say)
  const mock = built.use(await startMock({ people: [], receipts: receiptsOf }))
  const device = built.use(await launchChromium({ builds, mockPort: mock.port, headed }))
  const app = new ParleyApp(await device.openApp())
  const { shots, shoot } = camera(folder)
  const all = built.move()
  return { mock, device, app, shots, shoot, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

function camera(folder: string): Pick<Stage, 'shots' | 'shoot'> {
  const shots: Shot[] = []
  return {
    shots,
    shoot: async (page, name, caption) => {
      // Motion is over by then.
      await page.waitForTimeout(400)
      const file = `${String(shots.length + 1)}-${name}.png`
      await page.screenshot({ path: join(folder, file) })
      shots.push({ file, caption })
    },
  }
}

/** Gives every contact a person behind its number; answers how many are not on WhatsApp. */
export async function peopleTheMock({ mock, app }: Stage): Promise<number> {
  const page = { offset: 0, limit: 500 }
  for (;;) {
    const { rows, total } = await insist(app.page, crypto.randomUUID(), 'contacts.page', page)
    for (const { phone, name } of rows) if (phone !== '') mock.addPerson(personOf(phone, name))
    page.offset += rows.length
    if (page.offset >= total || rows.length === 0) break
  }
  return mock.people.filter(({ registered }) => !registered).length
}

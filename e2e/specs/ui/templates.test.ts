import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Page } from 'playwright'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { insist } from '../../pages/engine-port.ts'
import { ParleyApp } from '../../pages/parley-app.ts'

let device: Chromium
let app: ParleyApp
let page: Page

// One template from its first word to its second version: what a step leaves is where the next begins.
beforeAll(async () => {
  device = await launchChromium({ builds: inject('builds') })
  app = new ParleyApp(await device.openApp())
  page = app.page
  await app.createWorkspace('La Esquina')
  for (const fullName of ['Ada Lovelace', 'Sonnenschein'])
    await insist(page, fullName, 'contacts.create', { fields: { fullName } })
})

afterAll(() => device.close())

const text = () => page.getByRole('textbox', { name: 'Text of the message' })
const publish = (version: number) => page.getByRole('button', { name: `Publish version ${String(version)}` })
const preview = () => page.getByRole('region', { name: 'Preview' })

async function stored(): Promise<string> {
  const [first] = await insist(page, crypto.randomUUID(), 'templates.list', {})
  return (await insist(page, crypto.randomUUID(), 'templates.one', { id: first?.id ?? '' }))?.body ?? ''
}

it('[TE4] a misspelt variable is named by line and column, and one click puts right what was meant', async () => {
  await app.go('/templates')
  await page.locator('main').getByRole('button').first().click()
  await text().fill('Good morning\n{{ frist_name | default: "neighbour" }}!')
  const problem = page.locator('main').getByRole('listitem').filter({ hasText: 'frist_name' })
  await problem.waitFor()
  expect(await problem.innerText()).toMatch(/line 2.*column 4/is)
  expect(await publish(1).isDisabled()).toBe(true)
  await problem.getByRole('button', { name: 'Use first_name' }).click()
  await problem.waitFor({ state: 'detached' })
  expect(await text().inputValue()).toBe('Good morning\n{{ first_name | default: "neighbour" }}!')
})

it('[TE5] [TE19] the preview is what a contact would read, and the worst case who lacks most', async () => {
  await preview().getByText('Good morning\nAda!').waitFor()
  await preview().getByRole('button', { name: /worst/i }).click()
  await preview().getByText('Good morning\nneighbour!').waitFor()
})

it('[TE17] what was typed survives the engine, killed before it was saved', async () => {
  // What the screen still holds when its engine dies is sent to the next one.
  await text().press('ControlOrMeta+End')
  await device.stopWorker()
  await text().pressSequentially(' See you.')
  await device.stopWorker()
  await expect.poll(stored).toBe('Good morning\n{{ first_name | default: "neighbour" }}! See you.')
  await page.reload()
  await expect.poll(() => text().inputValue()).toContain('See you.')
})

it('[TE8] [TE9] [TE14] two versions are published, and the difference between them is shown', async () => {
  await publish(1).click()
  await page.getByText('Version 1 says the same.').waitFor()
  expect(await publish(2).isDisabled()).toBe(true)
  await text().fill('Good evening\n{{ first_name | default: "neighbour" }}! See you.')
  await publish(2).click()
  await page.getByText('Version 2 says the same.').waitFor()
  await page.getByRole('button', { name: /^Version 2/ }).click()
  const versions = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Versions' }) })
  await expect.poll(() => versions.locator('del').allInnerTexts()).toEqual(['morning'])
  expect(await versions.locator('ins').allInnerTexts()).toEqual(['evening'])
})

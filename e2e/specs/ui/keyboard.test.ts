import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sampleShop } from '../../fixtures/sample-shop.ts'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { ParleyApp } from '../../pages/parley-app.ts'

let device: Chromium
let app: ParleyApp

beforeAll(async () => {
  device = await launchChromium({ builds: inject('builds') })
  app = new ParleyApp(await device.openApp())
})

afterAll(() => device.close())

it('[UI7] a workspace is made without a mouse: the name has the focus, Enter sends', async () => {
  await app.page.locator('form').waitFor()
  await app.page.keyboard.type('La Esquina')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('navigation').waitFor()
})

it('[UI7] in the list arrows move, Space marks, Enter opens and Escape closes', async () => {
  await app.chooseFile('customers.csv', sampleShop(60))
  await app.importChosen()
  await app.go('/contacts')
  await app.rows.first().waitFor()
  await app.grid.focus()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Space')
  await expect.poll(() => app.rows.nth(2).getAttribute('aria-selected')).toBe('true')
  await app.page.keyboard.press('Enter')
  await app.drawer.getByRole('tablist').waitFor()
  await app.page.keyboard.press('Escape')
  await expect.poll(() => app.drawer.count()).toBe(0)
})

it('[UI7] a slash searches from anywhere and Escape takes the search back', async () => {
  await app.go('/history')
  await app.page.keyboard.press('/')
  await app.page.keyboard.type('kierkeg')
  await expect.poll(() => app.rows.count()).toBe(1)
  await app.page.keyboard.press('Escape')
  await expect.poll(() => app.rows.count()).toBeGreaterThan(1)
})

it('[UI7] Ctrl+K goes anywhere', async () => {
  await app.page.keyboard.press('Control+k')
  await app.page.getByPlaceholder('Type a command or a name').fill('settings')
  await app.page.keyboard.press('Enter')
  await expect.poll(() => app.page.locator('h1').innerText()).toBe('Settings')
})

it('[UI8] a deletion is offered back, and undoing it brings the contact back', async () => {
  await app.go('/contacts')
  await app.rows.first().waitFor()
  const before = await app.grid.getAttribute('aria-rowcount')
  await app.grid.focus()
  await app.page.keyboard.press('Home')
  await app.page.keyboard.press('Space')
  await app.page.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => app.grid.getAttribute('aria-rowcount')).toBe(String(Number(before) - 1))
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => app.grid.getAttribute('aria-rowcount')).toBe(before)
  await app.page.reload()
  await expect.poll(() => app.grid.getAttribute('aria-rowcount')).toBe(before)
})

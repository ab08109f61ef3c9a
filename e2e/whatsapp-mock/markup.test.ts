import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DomProfile } from './index.ts'
import { send } from './page-calls.ts'
import { startBench, untilSynced, type Bench } from './page-driver.ts'
import type { Page } from 'playwright'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench[Symbol.asyncDispose]())

const AMIRA = '493023125100'

/** Selectors of `reference pages` by profile: what is on the page, and what only the other profile has. */
const SELECTORS: Readonly<Record<DomProfile, { present: string[]; absent: string[] }>> = {
  '2026': {
    present: [
      'input[aria-label="Search or start a new chat"]',
      '[data-testid="cell-frame-container"]',
      '[data-testid="conversation-compose-box-input"]',
      '[data-testid="msg-container"]',
      '[data-testid="selectable-text"]',
      '[data-testid="msg-dblcheck"]',
      'span[data-icon="plus-rounded"]',
    ],
    absent: ['.message-in', '.message-out', '[data-id^="true_"]'],
  },
  'legacy-2025': {
    present: [
      'div[contenteditable][data-tab="3"]',
      '.message-in',
      '.message-out',
      '[data-id^="true_"]',
      '[data-id^="false_"]',
    ],
    absent: ['[data-testid="msg-container"]', 'input[aria-label="Search or start a new chat"]'],
  },
}

const COMMON = [
  '#app',
  '#side',
  '#pane-side',
  'div[aria-label="Chat list"]',
  '#main header',
  'footer div[role="textbox"][contenteditable="true"][data-lexical-editor="true"][data-tab="10"]',
  '[data-pre-plain-text]',
  'span.selectable-text',
  '[data-icon="msg-dblcheck"]',
]

async function openAmira(page: Page): Promise<void> {
  await untilSynced(page)
  await page.locator('#pane-side').getByText('Amira Haddad').click()
  await page.locator('#main').waitFor()
}

/** What an extension does: one synthetic `beforeinput` in the focused composer. */
async function insert(page: Page, text: string): Promise<void> {
  await page.locator('footer [contenteditable]').evaluate((box: HTMLElement, data) => {
    box.focus()
    box.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true }))
  }, text)
}

describe.each(['2026', 'legacy-2025'] as const)('the page of %s', (profile) => {
  it(`[WA32] has the parts that were seen on WhatsApp Web in ${profile}, and not the other ones`, async () => {
    const { page } = await bench.open({ profile })
    await untilSynced(page)
    expect(await page.locator('#main').count()).toBe(0)
    await openAmira(page)
    for (const selector of [...COMMON, ...SELECTORS[profile].present])
      expect(await page.locator(selector).count(), selector).toBeGreaterThan(0)
    for (const selector of SELECTORS[profile].absent) expect(await page.locator(selector).count(), selector).toBe(0)
  })

  it('[WA32] sends what is typed only when Send is pressed, and the log knows it was by hand', async () => {
    const { page, mock } = await bench.open({ profile })
    await openAmira(page)
    expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(0)
    await insert(page, 'first line\nsecond 😀 line')
    const icon = profile === '2026' ? 'wds-ic-send-filled' : 'send'
    await page.locator(`button[aria-label="Send"] [data-icon="${icon}"]`).click()
    await expect
      .poll(() => mock.accepted.map(({ text, byHand }) => [text, byHand]))
      .toEqual([['first line\nsecond 😀 line', true]])
    const id = mock.accepted[0]?.id ?? ''
    await page.locator(`[data-id$="${id}"] [data-icon="msg-dblcheck"]`).waitFor()
  })
})

describe('the page', () => {
  it('[WA33] has a real Lexical composer: insertion by innerText is undone, insertion by beforeinput stays', async () => {
    const { page } = await bench.open()
    await openAmira(page)
    const box = page.locator('footer [contenteditable]')
    await box.evaluate((element: HTMLElement) => {
      element.innerText = 'not in the model'
    })
    await expect.poll(() => box.innerText()).not.toContain('not in the model')
    await insert(page, 'in the model')
    await expect.poll(() => box.innerText()).toContain('in the model')
  })

  it('[WA33] keeps a draft per chat', async () => {
    const { page } = await bench.open()
    await openAmira(page)
    await insert(page, 'for Amira')
    await page.getByRole('button', { name: 'Send' }).waitFor()
    await page.locator('#pane-side').getByText('Jonas Berg').click()
    await expect.poll(() => page.locator('footer [contenteditable]').innerText()).not.toContain('for Amira')
    await page.locator('#pane-side').getByText('Amira Haddad').click()
    await expect.poll(() => page.locator('footer [contenteditable]').innerText()).toContain('for Amira')
  })

  it('[WA33] follows a deep link without sending, and says so for a number that is not on WhatsApp', async () => {
    const { page, mock } = await bench.open()
    await page.goto(`https://web.whatsapp.com/send?phone=${AMIRA}&text=${encodeURIComponent('Hello there')}`)
    await expect.poll(() => page.locator('footer [contenteditable]').innerText()).toContain('Hello there')
    expect(mock.log).toEqual([])
    await page.goto('https://web.whatsapp.com/send?phone=493023125199&text=x')
    await page.getByRole('dialog').getByText("isn't on WhatsApp").waitFor()
  })

  it('[WA33] shows the ack of a message as it grows, failure too', async () => {
    const { page, mock } = await bench.open({ receipts: { delivered: null, read: null } })
    await openAmira(page)
    const chat = `${mock.person(AMIRA).lid}@lid`
    const id = '3EB0DDDDDDDDDDDDDDDD01'
    await send(page, { chat, text: 'watched', id })
    await page.locator(`[data-id="${id}"] [data-icon="msg-check"]`).waitFor()
    await mock.receipt(id, 2)
    await page.locator(`[data-id="${id}"] [aria-label=" Delivered "]`).waitFor()
    await mock.receipt(id, 3)
    await page.locator(`[data-id="${id}"] [aria-label=" Read "]`).waitFor()
    mock.fail('error-network')
    await send(page, { chat, text: 'fails', id: '3EB0DDDDDDDDDDDDDDDD02' })
    await page.locator('[data-id="3EB0DDDDDDDDDDDDDDDD02"] [data-icon="error"]').waitFor()
  })

  it('[WA33] marks the dark theme with a class, as the system has it', async () => {
    const { page } = await bench.open()
    await untilSynced(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('body.dark').waitFor()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.locator('body:not(.dark)').waitFor()
  })

  it('[WA33] counts what is unread and clears it when the chat is opened', async () => {
    const { page, mock } = await bench.open()
    await untilSynced(page)
    mock.inbound(AMIRA, 'one')
    mock.inbound(AMIRA, 'two')
    await page.getByLabel('2 unread messages').waitFor()
    await openAmira(page)
    await page.getByLabel('2 unread messages').waitFor({ state: 'detached' })
  })
})

import type { Locator } from 'playwright'
import type { Place } from '@parley/shared/queue'
import type { AppLanguage, ParleyApp } from './parley-app.ts'
import { readNumber } from './read-number.ts'

const WORDS = {
  en: { pause: 'Pause', resume: 'Resume', cancel: 'Cancel', stop: 'Stop everything' },
  ar: { pause: 'إيقاف مؤقت', resume: 'استئناف', cancel: 'إلغاء', stop: 'إيقاف كل شيء' },
}

/** One campaign: how it stands and where its messages are. */
export class CampaignPage {
  readonly app: ParleyApp
  readonly #words: (typeof WORDS)[AppLanguage]

  constructor(app: ParleyApp, language: AppLanguage = 'en') {
    this.app = app
    this.#words = WORDS[language]
  }

  /** The numbers on screen by place; `total` are all recipients. */
  async counts(): Promise<Partial<Record<Place | 'total', number>>> {
    const links = await this.#numbers.evaluateAll((found) =>
      found.map((link) => ({
        place: /\/campaigns\/\w+\/(\w+)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? 'total',
        value: link.querySelector('strong')?.textContent ?? '',
      })),
    )
    return Object.fromEntries(links.map(({ place, value }) => [place, readNumber(value)]))
  }

  /** How many WhatsApp has for sure, by the numbers on screen. */
  async sent(): Promise<number> {
    const { sent = 0, delivered = 0, read = 0, played = 0 } = await this.counts()
    return sent + delivered + read + played
  }

  /** Clicks a number, once something stands there, and answers the rows it opens. */
  async open(place: Place): Promise<Locator> {
    const number = this.#main.locator(`nav a[href$="/${place}"]`)
    await number.waitFor({ timeout: 90_000 })
    await number.click()
    await this.app.page.waitForURL(new RegExp(`/${place}$`))
    return this.#main.locator('tbody tr')
  }

  async pause(): Promise<void> {
    await this.#button(this.#words.pause).click()
    await this.#button(this.#words.resume).waitFor()
  }

  async resume(): Promise<void> {
    await this.#button(this.#words.resume).click()
    await this.#button(this.#words.pause).waitFor()
  }

  /** The button at the top of the app. */
  async stopEverything(): Promise<void> {
    await this.app.page.getByRole('banner').getByRole('button', { name: this.#words.stop }).click()
    await this.#button(this.#words.resume).waitFor()
  }

  /** Asks to cancel; the question stands open. */
  async askToCancel(): Promise<Locator> {
    await this.#button(this.#words.cancel).click()
    const question = this.app.page.getByRole('dialog')
    await question.waitFor()
    return question
  }

  /** Its name and state, as the header reads. */
  get header(): Locator {
    return this.#main.locator('h1').locator('xpath=../..')
  }

  get #numbers(): Locator {
    return this.#main.locator('nav a')
  }

  get #main(): Locator {
    return this.app.page.locator('main')
  }

  #button(name: string): Locator {
    return this.#main.getByRole('button', { name, exact: true })
  }
}

import type { Locator } from 'playwright'
import { CampaignPage } from './campaign-page.ts'
import type { AppLanguage, ParleyApp } from './parley-app.ts'
import { readNumber } from './read-number.ts'

const WORDS = {
  en: { goOn: 'Go on', next: 'Next', send: /^Send to/ },
  ar: { goOn: 'متابعة', next: 'التالي', send: /^الإرسال إلى/ },
}

/** What the review says before anything is queued. */
export interface ReviewNumbers {
  readonly recipients: number
  readonly included: number
  readonly leftOut: number
}

/** The way from people and a text to a campaign. */
export class NewCampaignPage {
  readonly app: ParleyApp
  readonly #language: AppLanguage
  readonly #words: (typeof WORDS)[AppLanguage]

  constructor(app: ParleyApp, language: AppLanguage = 'en') {
    this.app = app
    this.#language = language
    this.#words = WORDS[language]
  }

  async open(): Promise<this> {
    await this.app.go('/campaigns/new')
    return this
  }

  /** Reads what WhatsApp forbids and goes on to the first step. */
  async acknowledge(): Promise<void> {
    await this.#main.getByRole('checkbox').check()
    await this.#main.getByRole('button', { name: this.#words.goOn, exact: true }).click()
    await this.#main.getByRole('radio').first().waitFor()
  }

  /** Chooses the audience by its place in the list: everyone, a tag (the largest), an import (the latest). */
  async chooseAudience(kind: 'everyone' | 'tag' | 'import'): Promise<void> {
    await this.#main.getByRole('radio').nth(['everyone', 'tag', 'import'].indexOf(kind)).click()
  }

  async next(): Promise<void> {
    await this.#main.getByRole('button', { name: this.#words.next, exact: true }).click()
  }

  /** Chooses a published template and waits for its preview. */
  async chooseTemplate(name: string): Promise<void> {
    await this.#main.getByRole('combobox').click()
    await this.app.page.getByRole('option', { name }).click()
    await this.#main.locator('[dir=auto]').last().waitFor()
  }

  /** From the audience to the review, with everyone and this template. */
  async goToReview(template: string): Promise<void> {
    await this.next()
    await this.chooseTemplate(template)
    await this.next()
    await this.next()
    await this.sendButton.waitFor()
  }

  async review(): Promise<ReviewNumbers> {
    await this.sendButton.waitFor()
    const [recipients = '', included = '', leftOut = ''] = await this.#main.locator('[data-numbers]').allInnerTexts()
    return { recipients: readNumber(recipients), included: readNumber(included), leftOut: readNumber(leftOut) }
  }

  /** Unfolds a reason why people are left out and answers their names. */
  async leftOut(reason: string): Promise<string[]> {
    const head = this.#main.getByRole('button', { name: reason })
    await head.click()
    const panel = this.app.page.getByRole('region', { name: reason })
    await panel.getByRole('link').first().waitFor()
    return panel.getByRole('link').allInnerTexts()
  }

  get sendButton(): Locator {
    return this.#main.getByRole('button', { name: this.#words.send })
  }

  /** The one button: what it starts stands on the page it leads to. */
  async send(): Promise<CampaignPage> {
    await this.sendButton.click()
    await this.app.page.waitForURL(/#\/campaigns\/\w{10,}/)
    return new CampaignPage(this.app, this.#language)
  }

  get #main(): Locator {
    return this.app.page.locator('main')
  }
}

import type { Locator, Page } from 'playwright'

/** Words on the buttons that every walk through the app needs, in each language. */
const WORDS = {
  en: {
    create: 'Create workspace',
    start: 'Start import',
    search: 'Search contacts',
    agreed: 'How these people agreed to be written to',
    optOut: 'Opt out',
  },
  ar: {
    create: 'إنشاء مساحة العمل',
    start: 'بدء الاستيراد',
    search: 'البحث في جهات الاتصال',
    agreed: 'كيف وافق هؤلاء على مراسلتهم',
    optOut: 'إلغاء الاشتراك',
  },
}

export type AppLanguage = keyof typeof WORDS

/** The full-tab app, as a person uses it. */
export class ParleyApp {
  readonly page: Page
  readonly #words: (typeof WORDS)[AppLanguage]

  constructor(page: Page, language: AppLanguage = 'en') {
    this.page = page
    this.#words = WORDS[language]
  }

  get grid(): Locator {
    return this.page.getByRole('grid')
  }

  get drawer(): Locator {
    return this.page.getByRole('dialog')
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: this.#words.search })
  }

  get startButton(): Locator {
    return this.page.getByRole('button', { name: this.#words.start })
  }

  /** Rows of contacts on screen, the head not among them. */
  get rows(): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('gridcell') })
  }

  async createWorkspace(name: string): Promise<void> {
    const create = this.page.getByRole('button', { name: this.#words.create })
    await this.page.locator('form input').first().fill(name)
    await create.click()
    await this.page.getByRole('navigation').waitFor()
  }

  /** Goes to a route of the app, such as '/history'. */
  async go(route: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, route)
    const [, room = ''] = route.split('/')
    await this.page.locator(`a[aria-current="page"][href="#/${room}"]`).waitFor()
    await this.page.locator('h1').waitFor()
  }

  /** Chooses a file in the import wizard and waits for its dry run. */
  async chooseFile(name: string, content: string): Promise<void> {
    await this.go('/import')
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
    await this.startButton.waitFor()
  }

  /** Chooses a file of this machine; answers what is wrong with it in the wizard's words, if anything is. */
  async pickFile(path: string): Promise<string | undefined> {
    await this.go('/import')
    await this.page.locator('input[type=file]').setInputFiles(path)
    const problem = this.page.locator('main').getByRole('alert')
    await this.startButton.or(problem).first().waitFor()
    if (await this.startButton.isDisabled()) return 'no column of it is taken for the phone number'
    return (await this.startButton.isVisible()) ? undefined : (await problem.innerText()).replaceAll(/\s+/g, ' ')
  }

  /** Says in the wizard how the people of the file agreed. */
  async sayConsent(source: string): Promise<void> {
    await this.page.getByLabel(this.#words.agreed).fill(source)
  }

  /** Writes into a field of the open contact, by its place on the card, and leaves it. */
  async editField(at: number, value: string): Promise<void> {
    const field = this.drawer.getByRole('tabpanel').getByRole('textbox').nth(at)
    await field.fill(value)
    await field.press('Enter')
  }

  /** Opts the contact of the open drawer out. */
  async optOut(): Promise<void> {
    await this.drawer.getByRole('tab').nth(1).click()
    await this.drawer.getByRole('button', { name: this.#words.optOut }).click()
    await this.drawer.getByRole('button', { name: this.#words.optOut }).waitFor({ state: 'detached' })
  }

  /** Starts the import that was prepared and waits for its result; `meanwhile` runs while its progress shows. */
  async importChosen(meanwhile?: () => Promise<void>): Promise<void> {
    await this.startButton.click()
    await this.page.waitForURL(/#\/import\/\w+/)
    await meanwhile?.()
    await this.page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 60_000 })
  }

  /** Waits until the running import has read something, or is over. */
  async progressed(): Promise<void> {
    const bar = this.page.getByRole('progressbar')
    await bar.waitFor()
    while ((await bar.count()) > 0 && (await bar.getAttribute('aria-valuenow')) === '0')
      await this.page.waitForTimeout(50)
  }

  /** Marks rows on screen by their place. */
  async mark(places: readonly number[]): Promise<void> {
    for (const at of places) await this.rows.nth(at).getByRole('checkbox').click()
  }

  async openContact(at: number): Promise<void> {
    await this.rows.nth(at).getByRole('gridcell').nth(1).click()
    await this.drawer.getByRole('tablist').waitFor()
  }
}

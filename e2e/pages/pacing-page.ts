import type { Locator } from 'playwright'
import type { ParleyApp } from './parley-app.ts'

/** What a person writes into the form; what is left out stays as it is. */
export interface PaceWords {
  /** Seconds. */
  readonly least?: number
  readonly most?: number
  /** Messages a day to people who wrote lately, and to others. */
  readonly warm?: number
  readonly cold?: number
  readonly unanswered?: number
  readonly businessHours?: boolean
}

const FIELDS = ['least', 'most', 'warm', 'cold', 'unanswered'] as const

/** Settings → Pacing, its fields by their place in the form. */
export class PacingPage {
  readonly app: ParleyApp

  constructor(app: ParleyApp) {
    this.app = app
  }

  async open(): Promise<this> {
    await this.app.go('/settings/pacing')
    await this.#form.waitFor()
    return this
  }

  async fill(pace: PaceWords): Promise<void> {
    for (const [at, name] of FIELDS.entries()) {
      const value = pace[name]
      if (value !== undefined) await this.#form.locator('input[inputmode]').nth(at).fill(String(value))
    }
    if (pace.businessHours !== undefined) await this.#form.getByRole('checkbox').first().setChecked(pace.businessHours)
  }

  async save(): Promise<void> {
    await this.#form.locator('button[type=submit]').click()
  }

  /** Opens, fills, saves, and waits until it is saved. */
  async set(pace: PaceWords): Promise<void> {
    await this.open()
    await this.fill(pace)
    await this.save()
    await this.app.page.getByRole('alert').last().waitFor()
  }

  /** Says that this is faster than the defaults. */
  get warning(): Locator {
    return this.#form.getByRole('alert')
  }

  /** What is wrong in the fields. */
  get problems(): Locator {
    return this.#form.locator('[id$="-error"]')
  }

  /** The whole section, with who changed it. */
  get section(): Locator {
    return this.app.page.locator('#pacing')
  }

  get #form(): Locator {
    return this.section.locator('form')
  }
}

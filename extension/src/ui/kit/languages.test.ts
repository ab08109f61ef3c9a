import { describe, expect, it } from 'vitest'
import { languageFor } from './languages.ts'

describe('language', () => {
  it('takes the first language of the browser that Parley speaks', () => {
    expect(languageFor(['de-DE', 'ar-EG', 'en'])).toBe('ar')
    expect(languageFor(['en-GB', 'ar'])).toBe('en')
  })

  it('falls back to English', () => {
    expect(languageFor(['ja', 'de'])).toBe('en')
    expect(languageFor([])).toBe('en')
  })
})

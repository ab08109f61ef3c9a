import { describe, expect, it } from 'vitest'
import { countriesIn, guessCountry } from './countries.ts'

describe('countries', () => {
  it('are named and sorted in the chosen language', () => {
    const english = countriesIn('en')
    expect(english[0]?.name).toBe('Afghanistan')
    expect(countriesIn('ar').find(({ code }) => code === 'EG')?.name).toBe('مصر')
    expect(english).toHaveLength(245)
  })

  it('are guessed from the browser language, with its likely region when it names none', () => {
    expect(guessCountry('en-GB')).toBe('GB')
    expect(guessCountry('de')).toBe('DE')
    expect(guessCountry('es-419')).toBe(undefined)
    expect(guessCountry('not a tag')).toBe(undefined)
  })
})

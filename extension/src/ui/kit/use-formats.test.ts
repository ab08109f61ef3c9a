import { describe, expect, it } from 'vitest'
import { formatsIn, regionOf } from './use-formats.ts'

describe('formats', () => {
  const english = formatsIn('en')

  it('writes the chosen language as this country does, when the browser names one', () => {
    expect(regionOf('en', ['de-DE', 'en-GB', 'en'])).toBe('en-GB')
    expect(regionOf('ar', ['en-GB'])).toBe('ar')
  })

  it('shows bytes in the unit a person would choose', () => {
    expect(english.bytes(999)).toBe('999 bytes')
    expect(english.bytes(1_500)).toBe('1.5 kB')
    expect(english.bytes(16_000_000)).toBe('16 MB')
  })

  it('rounds a remaining time up, to minutes from one minute on', () => {
    expect(english.duration(300)).toBe('1 second')
    expect(english.duration(59_001)).toBe('1 minute')
    expect(english.duration(61_000)).toBe('2 minutes')
  })
})

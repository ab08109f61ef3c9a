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

  it('rounds a remaining time up, from seconds to days', () => {
    const hour = 3_600_000
    expect(english.duration(300)).toBe('1 second')
    expect(english.duration(59_001)).toBe('1 minute')
    expect(english.duration(61_000)).toBe('2 minutes')
    expect(english.duration(1.5 * hour)).toBe('90 minutes')
    expect(english.duration(2.1 * hour)).toBe('3 hours')
    expect(english.duration(50 * hour)).toBe('3 days')
  })

  it('says a moment to come as briefly as it is clear', () => {
    const now = new Date(2026, 10, 24, 8, 30).getTime()
    const british = formatsIn('en-GB', () => now)
    expect(british.until(new Date(2026, 10, 24, 9, 0).getTime())).toBe('09:00')
    expect(british.until(new Date(2026, 10, 30, 9, 0).getTime())).toBe('Monday 09:00')
    expect(british.until(new Date(2026, 11, 1, 9, 0).getTime())).toBe('1 Dec 2026, 09:00')
  })

  it('names times and days of the week in the language', () => {
    const british = formatsIn('en-GB')
    expect([0, 6].map(british.weekday)).toEqual(['Sunday', 'Saturday'])
    expect(british.timeOfDay(9 * 60 + 5)).toBe('09:05')
    expect(british.list(['a', 'b', 'c'])).toBe('a, b and c')
  })
})

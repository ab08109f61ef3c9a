import { DEFAULT_PACING } from '@parley/shared/queue'
import { describe, expect, it } from 'vitest'
import { looserThanDefault, pacingForm, readPacing } from './pacing-form.ts'

const usual = pacingForm(DEFAULT_PACING)

describe('the pace as a form', () => {
  it('comes back as it was, also without hours and with hours to the end of the day', () => {
    expect(readPacing(usual)).toEqual({ ok: true, policy: DEFAULT_PACING })
    const { hours, ...always } = DEFAULT_PACING
    expect(readPacing(pacingForm({ ...always, hours: undefined }))).toEqual({ ok: true, policy: always })
    const late = { ...DEFAULT_PACING, hours: { ...hours!, to: 1440 } }
    expect(pacingForm(late).to).toBe('00:00')
    expect(readPacing(pacingForm(late))).toEqual({ ok: true, policy: late })
  })

  it('[UI13] every field that is wrong is named with what is wrong', () => {
    const wrong = { ...usual, least: '', warm: 1.5, cold: -1, unanswered: 0, days: [], from: '20:00', to: '09:00' }
    expect(readPacing(wrong)).toEqual({
      ok: false,
      problems: {
        least: 'seconds',
        warm: 'per-day',
        cold: 'per-day',
        unanswered: 'unanswered',
        days: 'no-day',
        to: 'ends-before-start',
      },
    })
    expect(readPacing({ ...usual, most: 4 })).toEqual({ ok: false, problems: { most: 'most-below-least' } })
    expect(readPacing({ ...usual, from: '' })).toEqual({ ok: false, problems: { to: 'ends-before-start' } })
  })

  it('hours that do not hold are not checked', () => {
    expect(readPacing({ ...usual, always: true, days: [], from: '' })).toMatchObject({ ok: true })
  })
})

describe('[UI13] a pace looser than the default', () => {
  it('says in what', () => {
    expect(looserThanDefault(DEFAULT_PACING)).toEqual([])
    const loose = { spacing: { least: 1_000, most: 20_000 }, warmPerDay: 201, coldPerDay: 21, unanswered: 3 }
    expect(looserThanDefault({ ...loose, hours: undefined })).toEqual([
      'spacing',
      'warm',
      'cold',
      'unanswered',
      'hours',
    ])
  })

  it('is none that only tightens', () => {
    const hours = { days: [1], from: 600, to: 700 }
    const tight = { spacing: { least: 60_000, most: 90_000 }, warmPerDay: 1, coldPerDay: 0, unanswered: 1, hours }
    expect(looserThanDefault(tight)).toEqual([])
    expect(looserThanDefault({ ...tight, hours: { ...hours, days: [0] } })).toEqual(['hours'])
  })
})

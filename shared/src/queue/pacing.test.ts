import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen, openAt, type BusinessHours } from './business-hours.ts'
import { engineTime, JUMP_MS, type Clocks } from './engine-time.ts'
import { budgetLeft, nextDispatch, type Pace, type PacingFacts, type PacingPolicy, type Spent } from './pacing.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const NOW = Date.UTC(2026, 10, 24, 12)
const policy: PacingPolicy = {
  spacing: { least: 8000, most: 20_000 },
  warmPerDay: 3,
  coldPerDay: 2,
  unanswered: 2,
  hours: undefined,
}
const open = { timelocked: false, timelockAllows: false, warned: false, capped: false, capAllows: false }
const facts: PacingFacts = {
  spent: [],
  lastInbound: NOW - DAY,
  unanswered: 0,
  timeZones: ['Europe/Berlin'],
  limits: open,
  reachOutAt: undefined,
  clockJumped: false,
  scheduled: false,
}
const cold = { ...facts, lastInbound: undefined }
const pace = (given: PacingFacts, rules: Partial<PacingPolicy> = {}, now = NOW, jitter = 0): Pace =>
  nextDispatch(given, { ...policy, ...rules }, now, jitter)
const spent = (ages: number[], isCold: boolean): Spent[] => ages.map((age) => ({ at: NOW - age, cold: isCold }))

describe('pacing', () => {
  it('[QU9] warm is who wrote in the last 30 days; the two budgets are separate, each over rolling 24 hours', () => {
    expect(pace(facts)).toEqual({ go: true, cold: false })
    expect(pace({ ...facts, lastInbound: NOW - 31 * DAY })).toEqual({ go: true, cold: true })
    const coldGone = spent([2 * MINUTE, 5 * MINUTE, DAY + 1], true)
    expect(pace({ ...cold, spent: coldGone })).toEqual({
      go: false,
      reason: 'cold-budget',
      until: NOW - 5 * MINUTE + DAY,
    })
    expect(pace({ ...facts, spent: coldGone })).toEqual({ go: true, cold: false })
    const warmGone = spent([MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE], false)
    expect(pace({ ...facts, spent: warmGone })).toEqual({
      go: false,
      reason: 'warm-budget',
      until: NOW - 3 * MINUTE + DAY,
    })
    expect(pace(cold, { coldPerDay: 0 })).toEqual({ go: false, reason: 'cold-off' })
    expect(budgetLeft([...coldGone, ...warmGone], policy, NOW)).toEqual({ warm: 0, cold: 0 })
    expect(budgetLeft([], policy, NOW)).toEqual({ warm: 3, cold: 2 })
  })

  it('[QU9] two dispatches are at least the spacing apart, where in its range the jitter says', () => {
    const just = { ...facts, spent: spent([5000], true) }
    expect(pace(just)).toEqual({ go: false, reason: 'spacing', until: NOW + 3000 })
    expect(pace(just, {}, NOW, 1)).toEqual({ go: false, reason: 'spacing', until: NOW + 15_000 })
    expect(pace(just, {}, NOW + 3000)).toMatchObject({ go: true })
  })

  it('[QU9] at most two messages of any origin since the person last wrote', () => {
    expect(pace({ ...facts, unanswered: 1 })).toMatchObject({ go: true })
    expect(pace({ ...facts, unanswered: 2 })).toEqual({ go: false, reason: 'unanswered' })
  })

  it("[QU10] WhatsApp's own limits stop what they are about, a warning and a 463 everything cold; unread ones stop all", () => {
    const reason = (given: PacingFacts): unknown => {
      const found = pace(given)
      return found.go ? 'go' : found.reason
    }
    expect(reason({ ...facts, limits: undefined })).toBe('limits-unknown')
    expect(reason({ ...facts, limits: { ...open, timelocked: true } })).toBe('timelock')
    expect(reason({ ...facts, limits: { ...open, timelocked: true, timelockAllows: true } })).toBe('go')
    expect(reason({ ...cold, limits: { ...open, timelocked: true, timelockAllows: true } })).toBe('timelock')
    expect(reason({ ...facts, limits: { ...open, capped: true } })).toBe('cap')
    expect(reason({ ...facts, limits: { ...open, warned: true } })).toBe('go')
    expect(reason({ ...cold, limits: { ...open, warned: true } })).toBe('warning')
    expect(reason({ ...cold, reachOutAt: NOW - 5 * DAY })).toBe('reach-out')
    expect(reason({ ...facts, reachOutAt: NOW })).toBe('go')
  })

  it('[QU9] a clock that jumped holds scheduled and cold messages', () => {
    expect(pace({ ...facts, clockJumped: true })).toMatchObject({ go: true })
    expect(pace({ ...facts, clockJumped: true, scheduled: true })).toEqual({ go: false, reason: 'clock-jump' })
    expect(pace({ ...cold, clockJumped: true })).toEqual({ go: false, reason: 'clock-jump' })
  })

  it('[QU9] no order of asking goes over a cap in any 24 hours or under the spacing', () => {
    const asks = fc.array(
      fc.record({
        after: fc.nat(8 * 60 * MINUTE),
        cold: fc.boolean(),
        jitter: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(asks, (all) => {
        const sent: Spent[] = []
        let now = NOW
        for (const ask of all) {
          now += ask.after
          const answer = pace(
            { ...(ask.cold ? cold : { ...facts, lastInbound: now }), spent: sent },
            {},
            now,
            ask.jitter,
          )
          if (answer.go) sent.push({ at: now, cold: answer.cold })
          // When it says until when, it is not before that it lets go, and then it does or has another reason.
          else if (answer.until !== undefined) {
            const lifted = pace(
              { ...(ask.cold ? cold : { ...facts, lastInbound: now }), spent: sent },
              {},
              answer.until,
              ask.jitter,
            )
            expect(!lifted.go && lifted.reason === answer.reason).toBe(false)
            expect(answer.until).toBeGreaterThan(now)
          }
        }
        for (const { at } of sent) {
          const day = sent.filter((unit) => unit.at > at - DAY && unit.at <= at)
          expect(day.filter((unit) => unit.cold).length).toBeLessThanOrEqual(policy.coldPerDay)
          expect(day.filter((unit) => !unit.cold).length).toBeLessThanOrEqual(policy.warmPerDay)
        }
        for (const [index, unit] of sent.entries()) {
          const before = sent[index - 1]
          if (before) expect(unit.at - before.at).toBeGreaterThanOrEqual(policy.spacing.least)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('business hours', () => {
  const hours: BusinessHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 }
  const at = (text: string): number => Date.parse(text)

  it("[QU9] are the recipient's, and the next opening is known", () => {
    const friday = at('2026-11-27T16:59:00Z')
    expect(openAt(hours, 'Europe/Berlin', friday)).toBe(friday)
    expect(openAt(hours, 'Europe/Berlin', friday + MINUTE)).toBe(at('2026-11-30T08:00:00Z'))
    expect(openAt(hours, 'Asia/Kolkata', at('2026-11-24T01:00:00Z'))).toBe(at('2026-11-24T03:30:00Z'))
    expect(openAt({ ...hours, days: [] }, 'UTC', friday)).toBeUndefined()
    expect(pace({ ...facts, timeZones: ['Pacific/Auckland'] }, { hours })).toEqual({
      go: false,
      reason: 'hours',
      until: at('2026-11-24T20:00:00Z'),
    })
  })

  it('[QU9] open at the same time of day when the clocks change', () => {
    const sunday: BusinessHours = { days: [0], from: 9 * 60, to: 10 * 60 }
    expect(openAt(sunday, 'Europe/Berlin', at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-29T07:00:00Z'))
    expect(openAt(sunday, 'Europe/Berlin', at('2026-10-24T12:00:00Z'))).toBe(at('2026-10-25T08:00:00Z'))
    const skipped: BusinessHours = { days: [0], from: 150, to: 300 }
    expect(openAt(skipped, 'Europe/Berlin', at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'))
  })

  it('[QU9] whatever the zone and the hours, the opening named is open and the minute before it is not', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
      'UTC',
    )
    const any = fc.record({
      days: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      from: fc.nat(1400),
      long: fc.integer({ min: 30, max: 600 }),
    })
    fc.assert(
      fc.property(zone, any, fc.integer({ min: NOW, max: NOW + 400 * DAY }), (timeZone, { days, from, long }, now) => {
        const given = { days, from, to: Math.min(1440, from + long) }
        const opening = openAt(given, timeZone, now)
        expect(opening).toBeDefined()
        if (opening === undefined || opening === now) return
        expect(opening).toBeGreaterThan(now)
        expect(isOpen(given, timeZone, opening)).toBe(true)
        expect(isOpen(given, timeZone, opening - MINUTE)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the time the queue goes by', () => {
  const clocks: Clocks = { device: NOW, serverOffset: 0, newestFact: NOW - DAY, before: undefined, steady: 1000 }

  it("[QU9] is the device's corrected by the server's, never before the newest fact", () => {
    expect(engineTime({ ...clocks, serverOffset: -2000 })).toEqual({ now: NOW - 2000, jumped: false })
    expect(engineTime({ ...clocks, newestFact: NOW + MINUTE })).toEqual({ now: NOW + MINUTE, jumped: false })
  })

  it('[QU9] tells a clock that is off or was moved by more than 5 minutes', () => {
    expect(engineTime({ ...clocks, serverOffset: -JUMP_MS - 1 }).jumped).toBe(true)
    expect(engineTime({ ...clocks, newestFact: NOW + JUMP_MS + 1 }).jumped).toBe(true)
    const before = { device: NOW - MINUTE, steady: 1000 }
    expect(engineTime({ ...clocks, before, steady: 1000 + MINUTE }).jumped).toBe(false)
    expect(engineTime({ ...clocks, before: { ...before, device: NOW - DAY }, steady: 1000 + MINUTE }).jumped).toBe(true)
    expect(engineTime({ ...clocks, before: { ...before, device: NOW + DAY }, steady: 1000 + MINUTE }).jumped).toBe(true)
  })
})

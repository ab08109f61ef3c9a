import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { render, type Values } from './render.ts'

const german = { locale: 'de-DE', timeZone: 'Europe/Berlin' }
const text = (body: string, values: Values = {}, formatting = german): unknown => {
  const rendered = render({ body, ...formatting }, values)
  return rendered.ok ? rendered.text : rendered.problem
}

describe('rendering', () => {
  it('[TE1] fills variables, defaults, conditions and cases', () => {
    const body =
      'Hi {{ name | first_word | capitalize | default: "there" }}{% if city %} from {{ city | upper }}{% endif %}' +
      '{% case plan %}{% when "a", "b" %}, plan {{ plan }}{% else %}.{% endcase %}'
    expect(text(body, { name: 'ANNA MARIA', city: 'Köln', plan: 'b' })).toBe('Hi Anna from KÖLN, plan b')
    expect(text(body)).toBe('Hi there.')
  })

  it('[TE1] letter case follows the locale of the version', () => {
    expect(
      text('{{ a | upper }} {{ b | lower }}', { a: 'izmir', b: 'ISPARTA' }, { locale: 'tr', timeZone: 'UTC' }),
    ).toBe('İZMİR ısparta')
  })

  it('[TE1] the time zone of the machine does not matter', () => {
    const body = '{{ a | money: "EUR" }} {{ d | date: "datetime" }}'
    for (const zone of ['Europe/Berlin', 'Pacific/Auckland', 'America/Lima']) {
      vi.stubEnv('TZ', zone)
      const values = { a: '1234.5', d: '2026-07-01T22:30:00Z' }
      expect(text(`${body}{% comment %}${zone}{% endcomment %}`, values)).toBe('1.234,50\u00a0€ 02.07.2026, 00:30')
    }
    vi.unstubAllEnvs()
  })

  it('[TE3] no code is made from text, as the policy of an extension page demands', () => {
    const refuse = (): never => {
      throw new Error('code from text')
    }
    vi.stubGlobal('eval', refuse)
    vi.stubGlobal('Function', refuse)
    expect(text('{% if a == "1" %}{{ a | default: "x" | upper }}{% endif %}!', { a: '1' })).toBe('1!')
    vi.unstubAllGlobals()
  })

  it('[TE2] a value is text, whatever it contains', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('{{ secret }}', '{% raw %}', '{% for x in y %}', '$&')),
        (value) => {
          fc.pre(value.trim() !== '')
          expect(text('<{{ a }}>', { a: value, secret: 'no' })).toBe(`<${value}>`)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[TE3] nothing but the values given can be reached', () => {
    for (const path of ['constructor', '__proto__', 'toString', 'a.constructor', 'a.__proto__']) {
      expect(text(`{{ ${path} }}`, { a: 'x' })).toMatchObject({ code: 'missing-value' })
    }
    expect(text('{% layout "package.json" %}', {})).toEqual({ code: 'bad-template' })
    expect(text('{% for i in (1..1000000000) %}x{% endfor %}', {})).toEqual({ code: 'bad-template' })
    expect(text('{{ a | date: "%s" | append: a }}', { a: 'x' })).toEqual({ code: 'bad-template' })
  })

  it('[TE5] a blank value counts as absent, and an absent one without default is a problem, never a gap', () => {
    expect(text('Hi {{ name | default: "you" }}', { name: ' \t' })).toBe('Hi you')
    expect(text('Hi {{ name | first_word | default: "you" }}', {})).toBe('Hi you')
    expect(text('{{ price | money: "EUR" | default: "free" }}', {})).toBe('free')
    expect(text('{% if name %}yes{% else %}no{% endif %}', { name: '' })).toBe('no')
    expect(text('Hi {{ name }}', { name: ' ' })).toEqual({ code: 'missing-value', name: 'name' })
    expect(text('{% if name %}x{% endif %}', {})).toEqual({ code: 'empty' })
  })

  it('[TE7] a rendered message over 65,536 characters is a problem', () => {
    const long = 'x'.repeat(40_000)
    expect(text('{{ a }}{{ a }}', { a: long })).toEqual({ code: 'too-long' })
    expect(text('{{ a }}', { a: long })).toBe(long)
  })
})

describe('money and dates', () => {
  it('[TE6] money is written in the locale of the version', () => {
    expect(text('{{ a | money: "EUR" }}', { a: '-1234.5' })).toBe('-1.234,50\u00a0€')
    expect(text('{{ a | money: "JPY" }}', { a: '1234' }, { locale: 'ja', timeZone: 'UTC' })).toBe('￥1,234')
    expect(text('{{ a | money: "EUR" }}', { a: '1.234,50' })).toEqual({ code: 'not-money' })
    expect(text('{{ a | money }}', { a: '1' })).toEqual({ code: 'bad-argument' })
  })

  it('[TE6] a plain date is that day in every time zone; an instant is shown in the zone of the version', () => {
    const apia = { locale: 'de-DE', timeZone: 'Pacific/Apia' }
    expect(text('{{ d | date: "full" }}', { d: '2026-03-29' }, apia)).toBe('Sonntag, 29. März 2026')
    expect(text('{{ d | date: "weekday" }}', { d: '2026-03-29T12:00:00Z' }, apia)).toBe('Montag')
    expect(text('{{ d | date: "time" }}', { d: '2026-03-29T00:59:00Z' })).toBe('01:59')
    expect(text('{{ d | date: "time" }}', { d: '2026-03-29T01:00:00Z' })).toBe('03:00')
  })

  it('[TE6] what is no date, or has no time where one is shown, is a problem', () => {
    for (const d of ['2026-02-30', '29.03.2026', 'tomorrow', '2026-03-29T10:00:00']) {
      expect(text('{{ d | default: "-" | date }}', { d })).toEqual({ code: 'not-a-date' })
    }
    expect(text('{{ d | date: "time" }}', { d: '2026-03-29' })).toEqual({ code: 'not-a-date' })
  })

  it('[TE6] a version whose locale or time zone this machine does not know is not rendered', () => {
    expect(text('x', {}, { locale: 'de-DE', timeZone: 'Europe/Atlantis' })).toEqual({ code: 'bad-template' })
    expect(text('x', {}, { locale: '!', timeZone: 'UTC' })).toEqual({ code: 'bad-template' })
  })
})

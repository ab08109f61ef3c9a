import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canPublish, checkTemplate } from './check.ts'
import { isForbiddenTag, TEXT_LIMIT } from './liquid.ts'
import { render } from './render.ts'

const KNOWN = ['firstName', 'company', 'amount', 'due']
const problems = (body: string): unknown[] => [...checkTemplate(body, KNOWN).problems]

describe('what an editor underlines', () => {
  it('[TE4] an unknown variable comes with line, column and the name that was probably meant', () => {
    expect(problems('Hello,\nhi {{ fristname | default: "you" }}!')).toEqual([
      { code: 'unknown-variable', name: 'fristname', suggestion: 'firstName', line: 2, column: 7 },
    ])
    expect(problems('{{ first_name | default: "" }}')).toMatchObject([{ suggestion: 'firstName' }])
    expect(problems('{{ zebra | default: "" }}')).toEqual([
      { code: 'unknown-variable', name: 'zebra', line: 1, column: 4 },
    ])
  })

  it('[TE4] paths and names of prototypes are unknown variables', () => {
    expect(problems('{{ company.size }}')).toMatchObject([{ code: 'unknown-variable', name: 'company.size' }])
    expect(problems('{{ constructor | default: "" }}')).toMatchObject([{ code: 'unknown-variable' }])
    expect(problems('{{ firstName["constructor"] }}')).toMatchObject([{ code: 'unknown-variable' }])
  })

  it('[TE4] a filter that is not ours and an argument it cannot take are named', () => {
    expect(problems('{{ firstName | default: "x" | uper }}')).toMatchObject([
      { code: 'unknown-filter', name: 'uper', suggestion: 'upper', line: 1 },
    ])
    const money = '{{ amount | default: "0" | money: "euro" }}'
    expect(problems(money)).toMatchObject([{ code: 'bad-argument', name: 'money' }])
    expect(problems('{{ due | default: "2026-01-01" | date: "%Y" }}')).toMatchObject([{ code: 'bad-argument' }])
    expect(problems('{{ due | default: "2026-01-01" | date }}')).toEqual([])
    expect(problems('{{ due | default }}')).toMatchObject([{ code: 'bad-argument', name: 'default' }])
  })

  it('[TE4] broken syntax says where it broke', () => {
    expect(problems('Hi\n  {% if company %}')).toEqual([{ code: 'syntax', line: 2, column: 3 }])
    expect(problems('Hi {{ firstName')).toEqual([{ code: 'syntax', line: 1, column: 4 }])
    expect(problems('{% greet %}')).toEqual([{ code: 'syntax', line: 1, column: 1 }])
    expect(problems('  \n ')).toMatchObject([{ code: 'empty' }])
  })

  it('[TE3] every tag of Liquid but the six we keep is refused by name, and so are ranges', () => {
    const forbidden = [
      'for',
      'tablerow',
      'capture',
      'include',
      'render',
      'layout',
      'block',
      'increment',
      'cycle',
      'liquid',
    ]
    for (const name of forbidden) {
      expect(isForbiddenTag(name)).toBe(true)
      expect(problems(`a {% ${name} x %}`)).toEqual([{ code: 'forbidden-tag', name, line: 1, column: 3 }])
    }
    expect(problems('{{ (1..99999999) }}')).toEqual([{ code: 'syntax', line: 1, column: 4 }])
    expect(problems('{% comment %}x{% endcomment %}{% raw %}{{ y }}{% endraw %}{% assign a = "b" %}{{ a }}')).toEqual(
      [],
    )
  })

  it('[TE7] a body may hold 65,536 characters and not one more', () => {
    expect(problems('x'.repeat(TEXT_LIMIT))).toEqual([])
    const [problem] = problems('x'.repeat(TEXT_LIMIT + 1))
    expect(problem).toMatchObject({ code: 'too-long', length: 65_537, limit: 65_536 })
  })

  it('[TE4] only a missing default may be published', () => {
    expect(canPublish(checkTemplate('{{ company }}', KNOWN))).toBe(true)
    expect(canPublish(checkTemplate('{{ compny }}', KNOWN))).toBe(false)
  })

  it('[TE4] the variables are listed once, with their default', () => {
    const body = '{% assign hi = firstName | default: "friend" %}{{ hi }} {{ company }} {{ company | default: "x" }}'
    expect(checkTemplate(body, KNOWN).variables).toEqual([
      { name: 'firstName', fallback: 'friend' },
      { name: 'company', fallback: 'x' },
    ])
  })
})

describe('missing defaults', () => {
  const missing = (body: string): string[] => problems(body).map((problem) => (problem as { name: string }).name)

  it('[TE5] a variable that may be absent asks for a default, unless a condition guards it', () => {
    expect(missing('{{ company }}')).toEqual(['company'])
    expect(missing('{% if company %}{{ company }}{% endif %}')).toEqual([])
    expect(missing('{% if company and due %}{{ company }}{{ due }}{% endif %}')).toEqual([])
    expect(missing('{% if company or due %}{{ company }}{% endif %}')).toEqual(['company'])
    expect(missing('{% if company == "A" %}{{ company }}{% else %}{{ company }}{% endif %}')).toEqual(['company'])
    expect(missing('{% if company != "A" %}{{ company }}{% endif %}')).toEqual(['company'])
    expect(missing('{% unless company %}-{% else %}{{ company }}{% endunless %}')).toEqual([])
    expect(missing('{% if not company %}{{ company }}{% endif %}')).toEqual(['company'])
    expect(missing('{% assign c = company %}{{ c }}')).toEqual(['c'])
    expect(missing('{% if due %}{% assign c = "x" %}{% endif %}{{ c }}')).toEqual(['c'])
    expect(missing('{{ firstName | upper | default: company }}')).toEqual(['company'])
    expect(missing('{% case company %}{% when due %}x{% endcase %}')).toEqual([])
  })

  it('[TE5] a body without a problem renders for every contact, whatever it lacks', () => {
    const name = fc.constantFrom(...KNOWN)
    const output = name.map((v) => `{{ ${v} }}`)
    const safe = fc
      .tuple(name, name)
      .map(([v, w]) => `{{ ${v} | default: "d" | upper }}{{ ${w} | lower | default: ${v} }}`)
    const test = fc
      .tuple(name, name, fc.constantFrom('', ' == "A"', ' != "A"', ' contains "A"'), fc.constantFrom(' and ', ' or '))
      .map(([v, w, compare, and]) => `${v}${compare}${and}${w}`)
    const { body } = fc.letrec<{ body: string; piece: string }>((tie) => ({
      body: fc.array(tie('piece'), { minLength: 1, maxLength: 3, depthIdentifier: 'b' }).map((all) => all.join('.')),
      piece: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'b' },
        output,
        safe,
        fc.tuple(test, tie('body'), tie('body')).map(([t, a, b]) => `{% if ${t} %}${a}{% elsif due %}${b}{% endif %}`),
        fc
          .tuple(name, tie('body'), tie('body'))
          .map(([v, a, b]) => `{% unless ${v} %}${a}{% else %}${b}{% endunless %}`),
        fc
          .tuple(name, name)
          .map(([v, w]) => `{% assign x = ${v} %}{{ x | default: "y" }}{% if x %}{{ x }}{{ ${w} }}{% endif %}`),
        fc.tuple(name, tie('body')).map(([v, a]) => `{% case ${v} %}{% when "A" %}${a}{% else %}-{% endcase %}`),
      ),
    }))
    const values = fc.dictionary(name, fc.constantFrom('A', 'AB', ' ', ''))
    fc.assert(
      fc.property(body, values, (text, given) => {
        const rendered = render({ body: `.${text}`, locale: 'en', timeZone: 'UTC' }, given)
        if (problems(`.${text}`).length > 0) return
        expect(rendered.ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

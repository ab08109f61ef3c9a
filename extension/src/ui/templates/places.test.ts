import { describe, expect, it } from 'vitest'
import { checkTemplate } from '@parley/shared/templates'
import { filterPlace, marksOf, rangeOf } from './places.ts'

const KNOWN = ['first_name', 'company']

function found(body: string): string[] {
  return checkTemplate(body, KNOWN).problems.map((problem) => {
    const { start, end } = rangeOf(body, problem)
    return body.slice(start, end)
  })
}

describe('what is underlined', () => {
  it('[TE18] is the word at fault', () => {
    expect(found('Hello,\nhi {{ frist_name | default: "you" }}!')).toEqual(['frist_name'])
    expect(found('{{ first_name | default: "x" | uper }} 👋 {{ company }}')).toEqual(['uper', 'company'])
    expect(found('{% for x in y %}')).toEqual(['for'])
  })

  it('[TE18] is the broken tag up to its end or the end of its line', () => {
    expect(found('Hi\n  {% if company %}there\nyou')).toEqual(['{% if company %}'])
    expect(found('Hi {{ first_name\nyou')).toEqual(['{{ first_name'])
    expect(found('')).toEqual([''])
  })

  it('[TE18] stands among stretches that join to the body', () => {
    const body = 'Hi {{ frist_name }}, {{ company }}\n{% if x %}'
    const { problems } = checkTemplate('Hi {{ frist_name }}, {{ company }}\n', KNOWN)
    const marks = marksOf(body, problems)
    expect(marks.map(({ text }) => text).join('')).toBe(body)
    expect(marks.filter(({ kind }) => kind !== 'plain' && kind !== 'tag')).toEqual([
      { kind: 'wrong', text: 'frist_name' },
      { kind: 'missing', text: 'company' },
    ])
    expect(marksOf('', [])).toEqual([])
  })
})

it('a filter goes to the end of the variable the caret stands in or right behind, and nowhere else', () => {
  const body = 'Hi {{ first_name }}, bye'
  const end = 'Hi {{ first_name'.length
  expect(filterPlace(body, 8)).toBe(end)
  expect(filterPlace(body, 'Hi {{ first_name }}'.length)).toBe(end)
  expect(filterPlace(body, 1)).toBeUndefined()
  expect(filterPlace(body, body.length)).toBeUndefined()
  expect(filterPlace('{{ a }}{{ b }}', 8)).toBe('{{ a }}{{ b'.length)
})

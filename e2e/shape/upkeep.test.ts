import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trackedFiles } from './tree.ts'

const sources = trackedFiles(/\.(ts|tsx)$/)
const texts = trackedFiles(/\.(ts|tsx|md|json|yaml|yml|html|css|sh)$|^\.ci\/run$/)
const self = 'e2e/shape/upkeep.test.ts'

describe('[OP6] the checkout keeps its own promises', () => {
  it('no test is switched off or alone', () => {
    const off = /\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\b|\bx(?:it|describe)\(/
    const found = sources.filter(({ path, text }) => path !== self && off.test(text))
    expect(found.map(({ path }) => `${path}: mend the test or take it out`)).toEqual([])
  })

  it('no dated TODO is overdue, and each has a date', () => {
    const today = new Date().toISOString().slice(0, 10)
    const found = sources.flatMap(({ path, text }) =>
      path === self
        ? []
        : [...text.matchAll(/\bTODO\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)].map((match) => ({ path, due: match[1] })),
    )
    const late = found.filter(({ due }) => due === undefined || due < today)
    expect(late.map(({ path, due }) => `${path}: TODO ${due ?? 'without a date'}`)).toEqual([])
  })

  it('names are kebab-case and say what is inside', () => {
    const vague = /^(utils?|helpers?|common|manager|service)\.tsx?$/
    const wrong = sources.filter(({ path }) => !/^[a-z0-9.-]+$/.test(basename(path)) || vague.test(basename(path)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('nothing points outside the checkout', () => {
    const outside = new RegExp(
      ['\\.\\./shared/(?!src|SPEC)reference', 'DESIGN §', '/work/', '/root/', 'registry\\.npmjs'].join('|'),
    )
    const found = texts.filter(({ path, text }) => path !== self && outside.test(text))
    expect(found.map(({ path, text }) => `${path}: ${outside.exec(text)?.[0] ?? ''}`)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { trackedFiles } from './tree.ts'

const RULE = /^- \*\*([A-Z]{2}\d+)\*\*/gm
const CITED = /\[([A-Z]{2}\d+(?:[,\s]+[A-Z]{2}\d+)*)\]/g

const spec = trackedFiles(/^shared\/SPEC\.md$/)[0]?.text ?? ''
const rules = [...spec.matchAll(RULE)].map((match) => match[1] ?? '')
const tests = trackedFiles(/\.test\.tsx?$/)
const cited = new Set(
  tests.flatMap(({ text }) => [...text.matchAll(CITED)].flatMap((match) => (match[1] ?? '').split(/[,\s]+/))),
)

describe('[OP4] every rule of SPEC is cited by a test', () => {
  it('and no rule stands twice', () => {
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
  })

  it('and none is left uncited', () => {
    const uncited = rules.filter((rule) => !cited.has(rule))
    expect(uncited.map((rule) => `${rule}: name a test after it, it('[${rule}] …'), or take the rule out`)).toEqual([])
  })

  it('and no test cites a rule that is not there', () => {
    const unknown = [...cited].filter((rule) => /^(CO|TE|QU|SY|AN|WA|SE|UI|OP)\d+$/.test(rule) && !rules.includes(rule))
    expect(unknown.map((rule) => `${rule}: write it into shared/SPEC.md`)).toEqual([])
  })
})

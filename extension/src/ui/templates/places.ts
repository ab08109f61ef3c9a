import type { TemplateProblem } from '@parley/shared/templates'

/** A stretch of a body, in UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Where a problem stands in the body: the word at fault, or what begins at its line and column. */
export function rangeOf(body: string, problem: TemplateProblem): Range {
  const start = Math.min(body.length, offsetOf(body, problem.line, problem.column))
  if ('name' in problem) {
    const at = body.indexOf(problem.name, start)
    if (at !== -1 && at < tagEnd(body, start)) return { start: at, end: at + problem.name.length }
  }
  return { start, end: tagEnd(body, start) }
}

/** The place of a line and column, both from 1. */
export function offsetOf(body: string, line: number, column: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const next = body.indexOf('\n', start)
    if (next === -1) return body.length
    start = next + 1
  }
  return start + column - 1
}

/** Behind the `}}` or `%}` that ends the tag begun at or before `start`, at the latest the end of the line. */
function tagEnd(body: string, start: number): number {
  const rest = /[^\n]*?(?:\}\}|%\})|[^\n]*/.exec(body.slice(start))?.[0] ?? ''
  return start + rest.length
}

/** Where a filter would go for a caret at `caret`: before the `}}` of the variable it stands in or right behind. */
export function filterPlace(body: string, caret: number): number | undefined {
  for (const { index, 0: tag } of body.matchAll(/\{\{[^{}\n]*\}\}/g)) {
    const end = index + tag.length
    if (caret > index && caret <= end) return index + tag.trimEnd().replace(/\s*\}\}$/, '').length
  }
  return undefined
}

/** A stretch of a body as the editor draws it behind the letters. */
export interface Mark {
  readonly text: string
  readonly kind: 'plain' | 'tag' | 'wrong' | 'missing'
}

/** The body cut into stretches: tags are tinted, problems underlined; a problem inside a tag wins. */
export function marksOf(body: string, problems: readonly TemplateProblem[]): Mark[] {
  const kinds = new Array<Mark['kind']>(body.length).fill('plain')
  for (const { index, 0: tag } of body.matchAll(/\{\{[^\n]*?\}\}|\{%[^\n]*?%\}/g))
    kinds.fill('tag', index, index + tag.length)
  for (const problem of problems) {
    const { start, end } = rangeOf(body, problem)
    kinds.fill(problem.code === 'missing-default' ? 'missing' : 'wrong', start, end)
  }
  const marks: Mark[] = []
  let from = 0
  for (let at = 1; at <= body.length; at++) {
    const kind = kinds[from] ?? 'plain'
    if (at < body.length && kinds[at] === kind) continue
    marks.push({ text: body.slice(from, at), kind })
    from = at
  }
  return marks
}

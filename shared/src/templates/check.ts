import { LiquidError, TypeGuards, type Template } from 'liquidjs'
import { FILTER_NAMES, isCurrency, isDateStyle } from './filters.ts'
import type { Formatting } from './formats.ts'
import { isForbiddenTag, lockedLiquid, TEXT_LIMIT } from './liquid.ts'
import { nearest } from './suggest.ts'
import { positionOf, readUses, type FilterUse, type Position, type TemplateUses, type VariableUse } from './uses.ts'

/** What is wrong with a body, and where. Only `missing-default` may be published: it costs recipients, not the run. */
export type TemplateProblem = Position &
  (
    | { readonly code: 'empty' | 'syntax' }
    | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
    | { readonly code: 'forbidden-tag' | 'bad-argument' | 'missing-default'; readonly name: string }
    | { readonly code: 'unknown-variable' | 'unknown-filter'; readonly name: string; readonly suggestion?: string }
  )

/** A variable a body asks for. Without `fallback` in every mention, contacts that lack it may be left out. */
export interface TemplateVariable {
  readonly name: string
  readonly fallback?: string
}

export interface TemplateCheck {
  /** In reading order. */
  readonly problems: readonly TemplateProblem[]
  /** Each once, in order of first mention. Empty while the syntax is broken. */
  readonly variables: readonly TemplateVariable[]
}

export type Parsed =
  | { readonly ok: true; readonly templates: Template[]; readonly uses: TemplateUses }
  | { readonly ok: false; readonly problem: TemplateProblem }

// A check formats nothing; any pair will do.
const CHECKER: Formatting = { locale: 'en', timeZone: 'UTC' }
const checker = lockedLiquid(CHECKER, 'keep')

/** Everything an editor underlines. `known` are the names of the values a contact can have. */
export function checkTemplate(body: string, known: Iterable<string>): TemplateCheck {
  const parsed = parseBody(body)
  if (!parsed.ok) return { problems: [parsed.problem], variables: [] }
  const names = new Set(known)
  const problems = [
    ...parsed.uses.variables.flatMap((use) => variableProblem(use, names) ?? []),
    ...parsed.uses.filters.flatMap((use) => filterProblem(use) ?? []),
  ]
  problems.sort((left, right) => left.line - right.line || left.column - right.column)
  return { problems, variables: variablesOf(parsed.uses) }
}

/** True if the body can be published. */
export function canPublish({ problems }: TemplateCheck): boolean {
  return problems.every(({ code }) => code === 'missing-default')
}

/** The body as a tree, or the one problem that keeps it from being one. */
export function parseBody(body: string): Parsed {
  const start: Position = { line: 1, column: 1 }
  if (body.trim() === '') return { ok: false, problem: { code: 'empty', ...start } }
  if (body.length > TEXT_LIMIT) {
    return { ok: false, problem: { code: 'too-long', length: body.length, limit: TEXT_LIMIT, ...start } }
  }
  try {
    const templates = checker.parse(body)
    const uses = readUses(templates)
    const [range] = uses.ranges
    return range ? { ok: false, problem: { code: 'syntax', ...range } } : { ok: true, templates, uses }
  } catch (error) {
    return { ok: false, problem: parseProblem(error, start) }
  }
}

function parseProblem(error: unknown, start: Position): TemplateProblem {
  if (!LiquidError.is(error)) return { code: 'syntax', ...start }
  const at = positionOf(error.token)
  const name = TypeGuards.isTagToken(error.token) ? error.token.name : undefined
  if (name !== undefined && isForbiddenTag(name)) return { code: 'forbidden-tag', name, ...at }
  return { code: 'syntax', ...at }
}

function variableProblem(use: VariableUse, known: ReadonlySet<string>): TemplateProblem | undefined {
  const { name, line, column } = use
  if (!use.local && !known.has(name))
    return { code: 'unknown-variable', name, line, column, ...suggestion(name, known) }
  return use.needsValue ? { code: 'missing-default', name, line, column } : undefined
}

function filterProblem({ name, args, line, column }: FilterUse): TemplateProblem | undefined {
  if (!FILTER_NAMES.some((known) => known === name)) {
    return { code: 'unknown-filter', name, line, column, ...suggestion(name, FILTER_NAMES) }
  }
  const bad =
    (name === 'default' && args.length === 0) ||
    (name === 'money' && !isCurrency(args[0])) ||
    (name === 'date' && args.length > 0 && !isDateStyle(args[0]))
  return bad ? { code: 'bad-argument', name, line, column } : undefined
}

function suggestion(word: string, candidates: Iterable<string>): { suggestion?: string } {
  const found = nearest(word, candidates)
  return found === undefined ? {} : { suggestion: found }
}

function variablesOf({ variables }: TemplateUses): TemplateVariable[] {
  const found = new Map<string, TemplateVariable>()
  for (const { name, fallback, local } of variables) {
    if (local) continue
    const known = found.get(name)
    if (known?.fallback === undefined) found.set(name, fallback === undefined ? { name } : { name, fallback })
  }
  return [...found.values()]
}

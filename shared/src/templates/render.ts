import { Output, type Liquid, type Template } from 'liquidjs'
import { parseBody } from './check.ts'
import { FilterError, type FilterFault } from './filters.ts'
import { isFormatting, type Formatting } from './formats.ts'
import { lockedLiquid, TEXT_LIMIT } from './liquid.ts'
import { readUses } from './uses.ts'

/** What rendering needs of a version. */
export interface Renderable extends Formatting {
  readonly body: string
}

/** A contact's values by variable name. An empty or blank one counts as absent. */
export type Values = Readonly<Record<string, string>>

export type RenderProblem =
  | { readonly code: 'missing-value'; readonly name: string }
  | { readonly code: 'bad-template' | 'empty' | 'too-long' | FilterFault }

export type Rendered =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: RenderProblem }

/**
 * The text of one message. The same version and values give the same text on every machine: no clock, no randomness,
 * no locale but the version's. A value is text, whatever it contains: `{{x}}` in a name stays as it is.
 */
export function render(version: Renderable, values: Values): Rendered {
  const compiled = compile(version)
  if (!compiled) return problem({ code: 'bad-template' })
  try {
    const text: unknown = compiled.liquid.renderSync(compiled.templates, present(values))
    if (typeof text !== 'string' || text.trim() === '') return problem({ code: 'empty' })
    return text.length > TEXT_LIMIT ? problem({ code: 'too-long' }) : { ok: true, text }
  } catch (error) {
    return problem(renderProblem(error))
  }
}

interface Compiled {
  readonly liquid: Liquid
  readonly templates: Template[]
}

// Only a memory: a campaign renders one body 10,000 times, and parsing costs more than rendering.
const compiledBodies = new Map<string, Compiled | undefined>()

function compile(version: Renderable): Compiled | undefined {
  const key = `${version.locale}\n${version.timeZone}\n${version.body}`
  if (!compiledBodies.has(key)) {
    if (compiledBodies.size >= 32) compiledBodies.clear()
    compiledBodies.set(key, compileAnew(version))
  }
  return compiledBodies.get(key)
}

function compileAnew(version: Renderable): Compiled | undefined {
  if (!isFormatting(version) || !parseBody(version.body).ok) return undefined
  const liquid = lockedLiquid(version, 'throw')
  try {
    const templates = liquid.parse(version.body)
    acceptLateDefaults(liquid, templates)
    return { liquid, templates }
  } catch {
    return undefined
  }
}

/**
 * LiquidJS is lenient about an absent variable only where `default` is the first filter; people write
 * `{{ name | first_word | default: "you" }}` and mean the same. An empty default put first makes it so.
 */
function acceptLateDefaults(liquid: Liquid, templates: Template[]): void {
  const [blank] = liquid.parse('{{ x | default: "" }}')
  if (!(blank instanceof Output)) return
  for (const { filters } of readUses(templates).lateDefaults) filters.unshift(...blank.value.filters)
}

/** Blank values are left out, so that `if`, `default` and the strict check agree on what a contact lacks. */
function present(values: Values): Values {
  return Object.assign(
    Object.create(null) as Record<string, string>,
    Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
  )
}

function renderProblem(error: unknown): RenderProblem {
  for (let cause = error; cause instanceof Error; cause = 'originalError' in cause ? cause.originalError : undefined) {
    if (cause instanceof FilterError) return { code: cause.reason }
    if ('variableName' in cause) return { code: 'missing-value', name: String(cause.variableName) }
  }
  return { code: 'bad-template' }
}

function problem(found: RenderProblem): Rendered {
  return { ok: false, problem: found }
}

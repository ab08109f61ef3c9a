import { AssignTag, CaseTag, IfTag, Output, TypeGuards, UnlessTag, Value, type Template, type Token } from 'liquidjs'
import { conditionNames, plainName, type Names } from './condition.ts'

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
}

/** One mention of a variable in a body. */
export interface VariableUse extends Position {
  readonly name: string
  /** The literal text of its `default` filter. */
  readonly fallback?: string
  /** Rendering fails here when the contact has no value. */
  readonly needsValue: boolean
  /** Assigned by the template itself, so no value of the contact. */
  readonly local: boolean
}

export interface FilterUse extends Position {
  readonly name: string
  /** Literal arguments as text; undefined for an argument that is a variable. */
  readonly args: readonly (string | undefined)[]
}

/** What a parsed body mentions, in reading order. */
export interface TemplateUses {
  readonly variables: readonly VariableUse[]
  readonly filters: readonly FilterUse[]
  readonly ranges: readonly Position[]
  /** Values whose `default` is not their first filter. */
  readonly lateDefaults: readonly Value[]
}

/** Names assigned so far; `true` if the assigned value cannot be missing. */
type Locals = Map<string, boolean>

/** Walks a parsed body. */
export function readUses(templates: readonly Template[]): TemplateUses {
  const variables: VariableUse[] = []
  const filters: FilterUse[] = []
  const ranges: Position[] = []
  const lateDefaults: Value[] = []

  function mention(token: Token, locals: Locals, sure: Names, lenient: boolean, fallback?: string): boolean {
    if (TypeGuards.isRangeToken(token)) ranges.push(positionOf(token))
    if (!TypeGuards.isPropertyAccessToken(token)) return true
    const name = plainName(token) ?? token.getText()
    const assigned = locals.get(name)
    const safe = sure.has(name) || assigned === true
    variables.push({
      name,
      ...positionOf(token),
      needsValue: !safe && !lenient,
      local: assigned !== undefined,
      ...(fallback === undefined ? {} : { fallback }),
    })
    return safe
  }

  /** @returns whether the value is always there. */
  function value(given: Value, locals: Locals, sure: Names, lenient = false): boolean {
    const fallback = given.filters.find(({ name }) => name === 'default')
    const [literal] = fallback ? literalArgs(fallback.args) : []
    if (fallback && fallback !== given.filters[0]) lateDefaults.push(given)
    let safe = true
    for (const token of given.initial.postfix) {
      safe = mention(token, locals, sure, lenient || fallback !== undefined, literal) && safe
    }
    for (const filter of given.filters) {
      const at = given.initial.postfix[0]
      filters.push({
        name: filter.name,
        args: literalArgs(filter.args),
        ...(at ? positionOf(at) : { line: 1, column: 1 }),
      })
      for (const arg of filter.args) {
        const token = Array.isArray(arg) ? arg[1] : arg
        if (token) safe = mention(token, locals, sure, false) && safe
      }
    }
    return fallback !== undefined || safe
  }

  function branch(children: readonly Template[], locals: Locals, sure: Names, guard: Names): void {
    const inner: Locals = new Map(locals)
    walk(children, inner, new Set([...sure, ...guard]))
    for (const name of inner.keys()) if (!locals.has(name)) locals.set(name, false)
  }

  function walk(children: readonly Template[], locals: Locals, sure: Names): void {
    for (const template of children) {
      if (template instanceof Output) value(template.value, locals, sure)
      else if (template instanceof AssignTag) assign(template, locals, sure)
      else if (template instanceof IfTag || template instanceof UnlessTag) condition(template, locals, sure)
      else if (template instanceof CaseTag) {
        value(template.value, locals, sure, true)
        for (const when of template.branches) branch(when.templates, locals, sure, new Set())
        branch(template.elseTemplates, locals, sure, new Set())
      }
    }
  }

  function assign(template: AssignTag, locals: Locals, sure: Names): void {
    for (const argument of template.arguments()) {
      const safe = argument instanceof Value && value(argument, locals, sure, true)
      for (const target of template.localScope()) locals.set(target.content, safe)
    }
  }

  function condition(template: IfTag | UnlessTag, locals: Locals, sure: Names): void {
    const negated = template instanceof UnlessTag
    template.branches.forEach(({ value: test, templates: children }, index) => {
      value(test, locals, sure, true)
      branch(children, locals, sure, negated && index === 0 ? new Set() : conditionNames(test))
    })
    const [only] = template.branches
    const passed = negated && only && template.branches.length === 1 ? conditionNames(only.value) : new Set<string>()
    branch(template.elseTemplates ?? [], locals, sure, passed)
  }

  walk(templates, new Map(), new Set())
  return { variables, filters, ranges, lateDefaults }
}

export function positionOf(token: Token): Position {
  const [line, column] = token.getPosition()
  return { line: line ?? 1, column: column ?? 1 }
}

function literalArgs(args: Value['filters'][number]['args']): (string | undefined)[] {
  return args.map((arg) => {
    if (Array.isArray(arg)) return undefined
    return TypeGuards.isQuotedToken(arg) || TypeGuards.isNumberToken(arg) ? String(arg.content) : undefined
  })
}

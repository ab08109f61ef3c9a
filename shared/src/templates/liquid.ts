import { Liquid } from 'liquidjs'
import { installFilters } from './filters.ts'
import type { Formatting } from './formats.ts'

/** Characters a body may hold, and a rendered message too: what WhatsApp accepts in one text message. */
export const TEXT_LIMIT = 65_536

/** No loops, no files, no capture: what is left cannot run long and cannot reach outside the values given. */
const ALLOWED_TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'assign', 'comment', 'raw'])

/**
 * LiquidJS with everything taken away that a message does not need. `templates: {}` keeps layouts from reading files in
 * Node even if a tag came back. Strict about variables, lenient in conditions, so `default` and `if` see absent ones.
 *
 * @param unknownFilters 'throw' to render, 'keep' to check: a check names the filter instead of stopping at it.
 */
export function lockedLiquid(formatting: Formatting, unknownFilters: 'throw' | 'keep'): Liquid {
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictVariables: true,
    lenientIf: true,
    strictFilters: unknownFilters === 'throw',
    parseLimit: TEXT_LIMIT,
    memoryLimit: 1_000_000,
  })
  for (const name of Object.keys(liquid.tags)) {
    if (!ALLOWED_TAGS.has(name)) Reflect.deleteProperty(liquid.tags, name)
  }
  installFilters(liquid, formatting)
  return liquid
}

/** True for a tag Liquid has and we took away; an unknown word is a syntax error instead. */
export function isForbiddenTag(name: string): boolean {
  return Object.hasOwn(new Liquid().tags, name) && !ALLOWED_TAGS.has(name)
}

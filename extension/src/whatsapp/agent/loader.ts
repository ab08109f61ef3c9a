import type { Missing } from '../protocol.ts'
import type { Export, Row } from './modules.ts'

/** WhatsApp's own module loader as the page has it; undefined before it has loaded. */
type Load = (name: string) => unknown

/** WhatsApp no longer has what a row of the table names. */
export class MissingModule extends Error {
  readonly module: string

  constructor(module: string) {
    super(`WhatsApp Web has no usable ${module}`)
    this.module = module
  }
}

/** A row's module, or what is wrong with it. A problem of one export leaves the others usable. */
export function find<Shape>(row: Row<Shape>): { module: Shape | undefined; problems: Missing[] } {
  const { capabilities } = row
  const loaded = load(row)
  if (loaded === undefined)
    return {
      module: undefined,
      problems: [{ module: row.name, export: null, problem: 'absent', capabilities: [...capabilities] }],
    }
  const views = interop(loaded).map((module) => ({ module, problems: check(module, row) }))
  const best = views.reduce((a, b) => (b.problems.length < a.problems.length ? b : a))
  return { module: best.module as Shape, problems: best.problems }
}

/** A row's module; throws by name when WhatsApp lacks it or any export of it. */
export function use<Shape>(row: Row<Shape>): Shape {
  const { module, problems } = find(row)
  if (module === undefined || problems.length > 0) throw new MissingModule(row.name)
  return module
}

/** Namespace first: `require` of an ES module gives its default export alone, without the named ones. */
function load({ name, aliases }: Row<unknown>): unknown {
  const { importNamespace, require } = globalThis as { importNamespace?: Load; require?: Load }
  for (const each of [name, ...aliases])
    for (const way of [importNamespace, require]) {
      const found = attempt(way, each)
      if (found !== undefined) return found
    }
  return undefined
}

/** The loader throws for a name it does not know. */
function attempt(way: Load | undefined, name: string): unknown {
  if (typeof way !== 'function') return undefined
  try {
    return way(name) ?? undefined
  } catch {
    return undefined
  }
}

/** The same module seen as a namespace, as CommonJS behind a default export, and as a bare default export. */
function interop(module: unknown): unknown[] {
  return [module, (module as { default?: unknown }).default, { default: module }].filter((view) => view != null)
}

function check(module: unknown, row: Row<unknown>): Missing[] {
  return row.exports.flatMap((expected) => {
    const problem = problemOf(module, expected)
    if (problem === undefined) return []
    return [{ module: row.name, export: expected.path, problem, capabilities: [...row.capabilities] }]
  })
}

function problemOf(module: unknown, expected: Export): Missing['problem'] | undefined {
  let value: unknown = module
  try {
    for (const step of expected.path.split('.')) value = (value as Record<string, unknown> | undefined)?.[step]
  } catch {
    return 'threw'
  }
  if (value === undefined || value === null) return 'absent'
  if (typeof value !== expected.is) return 'type'
  if (expected.is === 'function' && (value as { length: number }).length > expected.takes) return 'arity'
  return undefined
}

/** The loader of Meta's web apps as far as outside code can see it: globals, what each form of import returns, and how it fails. */

type Factory = (
  global: typeof globalThis,
  require: (id: string) => unknown,
  importDefault: (id: string) => unknown,
  importNamespace: (id: string) => unknown,
  requireLazy: (ids: string[], then: (...modules: unknown[]) => void) => void,
  module: { exports: unknown },
  exports: Record<string, unknown>,
) => void

interface Entry {
  id: string
  dependencies: string[]
  factory: Factory
  /** Undefined until first required. */
  exports?: unknown
  namespace?: Record<string, unknown>
}

const modulesMap: Record<string, Entry> = {}

function define(id: string, dependencies: string[], factory: Factory): void {
  modulesMap[id] ??= { id, dependencies, factory }
}

function entryOf(id: string): Entry {
  const entry = modulesMap[id]
  if (entry === undefined) throw new Error(`Requiring unknown module "${id}"`)
  if (entry.exports === undefined) {
    const module = { exports: {} as unknown }
    entry.exports = module.exports
    entry.factory(
      globalThis,
      load,
      importDefault,
      importNamespace,
      lazy,
      module,
      module.exports as Record<string, unknown>,
    )
    entry.exports = module.exports
  }
  return entry
}

/** A CommonJS module gives its own value, an ES module its namespace: `require('WAWebMsgKey')` is the class itself. */
function load(id: string): unknown {
  if (id === '__debug') return { modulesMap }
  return entryOf(id).exports
}

function isNamespace(exports: unknown): exports is Record<string, unknown> {
  return typeof exports === 'object' && exports !== null && '__esModule' in exports
}

function importDefault(id: string): unknown {
  const { exports } = entryOf(id)
  return isNamespace(exports) ? exports['default'] : exports
}

function importNamespace(id: string): Record<string, unknown> {
  const entry = entryOf(id)
  if (isNamespace(entry.exports)) return entry.exports
  entry.namespace ??= { ...(entry.exports as object), default: entry.exports }
  return entry.namespace
}

function lazy(ids: string[], then: (...modules: unknown[]) => void): void {
  queueMicrotask(() => {
    then(...ids.map(load))
  })
}

let guarded = true
const ErrorGuard = {
  skipGuardGlobal(skip: boolean): void {
    guarded = !skip
  },
  isGuarded: (): boolean => guarded,
}

export function installLoader(): void {
  Object.assign(globalThis, {
    __d: define,
    require: load,
    importDefault,
    importNamespace,
    requireLazy: lazy,
    ErrorGuard,
  })
}

/** What a module exports right now, also when foreign code has wrapped it. */
export function importedFrom<T>(id: string, name: string): T {
  return importNamespace(id)[name] as T
}

/** Marks a module whose export is one value rather than names. */
export class CommonJs {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

export type ModuleTable = Readonly<Record<string, () => object | CommonJs>>

export function register(id: string, make: () => object | CommonJs): void {
  define(id, [], (_global, _require, _default, _namespace, _lazy, module, exports) => {
    const made = make()
    if (made instanceof CommonJs) module.exports = made.value
    // Descriptors, not values: an export may be a live getter.
    else Object.defineProperties(exports, { __esModule: { value: true }, ...Object.getOwnPropertyDescriptors(made) })
  })
}

import { describe, expect, it } from 'vitest'
import { importsOf, trackedFiles, type Import } from './tree.ts'

const imports = trackedFiles(/\.(ts|tsx)$/).flatMap(importsOf)

/** Room order inside shared: a room imports only rooms named before it in its row. */
const sharedRooms: Record<string, string[]> = {
  ids: [],
  workspace: ['ids'],
  contacts: ['ids', 'workspace'],
  templates: ['ids', 'workspace'],
  queue: ['ids', 'workspace', 'contacts', 'templates'],
  analytics: ['ids', 'workspace', 'contacts', 'templates', 'queue'],
  sync: ['ids', 'workspace', 'contacts', 'templates', 'queue', 'analytics'],
  // Models and seeds for tests of several rooms; no row names it, so product code cannot import it.
  testing: ['ids', 'workspace', 'contacts', 'templates', 'queue', 'analytics', 'sync'],
}

const inProduct = (path: string): boolean => /^(shared|extension|sync-server)\//.test(path)
const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.endsWith('.test.tsx')
const product = imports.filter(({ from }) => inProduct(from) && !isTest(from))
const room = (path: string): string | undefined => /^shared\/src\/([^/]+)\//.exec(path)?.[1]

function show(found: Import[], remedy: string): string[] {
  return found.map(({ from, to }) => `${from} imports ${to}: ${remedy}`)
}

describe('[OP5] imports follow the arrows of ARCHITECTURE', () => {
  it('shared reaches no other package and neither browser nor Node', () => {
    const wrong = product.filter(
      ({ from, to }) =>
        room(from) !== undefined && /^(extension|sync-server|e2e|scripts)\/|^node:|^#imports|^react|^dexie/.test(to),
    )
    expect(show(wrong, 'pass what it needs as a parameter')).toEqual([])
  })

  it('a room of shared imports only the rooms below it, through their doors', () => {
    const wrong = product.filter(({ from, to }) => {
      const [own, other] = [room(from), room(to)]
      if (other === undefined || own === other) return false
      const allowed = own === undefined || (sharedRooms[own] ?? []).includes(other)
      return !allowed || !to.endsWith('/index.ts')
    })
    expect(show(wrong, 'import the room by its index.ts, and only a room below')).toEqual([])
  })

  it('extension and sync-server do not know each other', () => {
    const wrong = product.filter(
      ({ from, to }) =>
        (from.startsWith('extension/') && to.startsWith('sync-server/')) ||
        (from.startsWith('sync-server/') && to.startsWith('extension/')),
    )
    expect(show(wrong, 'move what both need to shared')).toEqual([])
  })

  it('the UI knows of the engine only its calls', () => {
    const wrong = product.filter(
      ({ from, to }) =>
        from.startsWith('extension/src/ui/') &&
        to.startsWith('extension/src/engine/') &&
        !/^extension\/src\/engine\/calls(\.ts|\/)/.test(to),
    )
    expect(show(wrong, 'ask by a call of engine/calls.ts')).toEqual([])
  })

  it('the engine knows no screen, and only src/whatsapp knows WhatsApp', () => {
    const screens = product.filter(
      ({ from, to }) => from.startsWith('extension/src/engine/') && to.startsWith('extension/src/ui/'),
    )
    expect(show(screens, 'push through a query')).toEqual([])
    const naming = trackedFiles(/^extension\/src\/.*\.(ts|tsx)$/).filter(
      ({ path, text }) => !path.startsWith('extension/src/whatsapp/') && !isTest(path) && /['"`]WAWeb/.test(text),
    )
    expect(naming.map(({ path }) => `${path} names a WAWeb module: add a row to the table in src/whatsapp`)).toEqual([])
  })

  it('product code imports no test and no tool', () => {
    const wrong = product.filter(({ to }) => isTest(to) || /^(e2e|bench|scripts)\//.test(to))
    expect(show(wrong, 'no test-only branch in product code')).toEqual([])
  })
})

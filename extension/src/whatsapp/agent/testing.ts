import { afterEach } from 'vitest'
import { ROWS, type Export, type Row } from './modules.ts'

class FakeWid {
  readonly user: string
  readonly server: string

  constructor(text: string) {
    const [user = '', server = ''] = text.split('@')
    this.user = user
    this.server = server
  }

  isUser = (): boolean => this.server === 'c.us' || this.server === 'lid'
  isLid = (): boolean => this.server === 'lid'
  isGroup = (): boolean => this.server === 'g.us'
  toString = (): string => `${this.user}@${this.server}`
}

class FakeKey {
  readonly id: string
  readonly remote: FakeWid

  constructor({ to, id }: { to: FakeWid; id: string }) {
    this.remote = to
    this.id = id
  }

  toString(): string {
    return `true_${this.remote.toString()}_${this.id}`
  }

  static fromString(text: string): FakeKey {
    const [, to = '', id = ''] = text.split('_')
    return new FakeKey({ to: new FakeWid(to), id })
  }
}

/** What the round trips of the probe need beyond a right shape. */
const WORKING: Record<string, object> = {
  WAWebWidFactory: { createWid: (text: string) => new FakeWid(text) },
  WAWebMsgKey: { default: FakeKey },
  WAWebSendMsgResultAction: { SendMsgResult: { OK: 'OK' } },
}

/** Every module of the table in the smallest form that has the right shape. */
export function wholeWhatsApp(): Map<string, object> {
  return new Map(ROWS.map((row) => [row.name, WORKING[row.name] ?? shaped(row)]))
}

function shaped({ exports }: Row<unknown>): object {
  const module: Record<string, unknown> = {}
  for (const each of exports) place(module, each)
  return module
}

function place(module: Record<string, unknown>, { path, is }: Export): void {
  const steps = path.split('.')
  let at = module
  for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>
  const last = steps.at(-1) ?? ''
  at[last] ??= is === 'function' ? () => [] : is === 'string' ? '2.3000.1' : {}
}

/** Gives this test's global scope WhatsApp's loader with these modules; taken away after the test. */
export function installWhatsApp(modules: Map<string, unknown>): void {
  const load = (name: string): unknown => {
    if (!modules.has(name)) throw new Error(`Requiring unknown module "${name}"`)
    return modules.get(name)
  }
  Object.assign(globalThis, { require: load, importNamespace: load })
}

afterEach(() => {
  Object.assign(globalThis, { require: undefined, importNamespace: undefined })
})

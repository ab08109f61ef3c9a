import { describe, expect, it } from 'vitest'
import { DeliveryModel, type Flaw, type Origin } from '../testing/delivery-model.ts'
import { at, keyOf, NO_MISFORTUNES, type Misfortunes, type World } from '../testing/delivery-world.ts'
import { messageState, type MessageState } from './message-state.ts'

interface Search {
  states: number
  /** The steps to the first double, if there is one. */
  double: string[]
}

/** Tries every order of steps; `visit` sees every world once. */
function search(
  model: DeliveryModel,
  left: Partial<Misfortunes>,
  visit: (world: World) => void = () => undefined,
): Search {
  const first = model.start(left)
  const from = new Map<string, [string, string] | undefined>([[keyOf(first), undefined]])
  for (let frontier = [first]; frontier.length > 0;) {
    const after: World[] = []
    for (const world of frontier) {
      visit(world)
      const key = keyOf(world)
      for (const [name, fresh] of model.next(world)) {
        const freshKey = keyOf(fresh)
        if (from.has(freshKey)) continue
        from.set(freshKey, [key, name])
        if (fresh.accepted.some((times) => times > 1)) return { states: from.size, double: pathTo(from, freshKey) }
        after.push(fresh)
      }
    }
    frontier = after
  }
  return { states: from.size, double: [] }
}

function pathTo(from: Map<string, [string, string] | undefined>, end: string): string[] {
  const names: string[] = []
  for (let at = from.get(end); at; at = from.get(at[0])) names.unshift(at[1])
  return names
}

/** Lets everybody act until nobody can, without another misfortune. Remembers worlds that ended well. */
function settler(model: DeliveryModel): (world: World) => void {
  const ended = new Map<string, World>()
  return (from) => {
    const seen: string[] = []
    let world: World = { ...from, left: NO_MISFORTUNES }
    for (;;) {
      const key = keyOf(world)
      const known = ended.get(key)
      if (known) world = known
      const step = known ? undefined : model.next(world).find(([, fresh]) => keyOf(fresh) !== key)
      if (!step) break
      if (seen.length > 300) throw new Error(`never quiet: ${seen.slice(-5).join('\n')}`)
      seen.push(key)
      world = step[1]
    }
    for (const key of seen) ended.set(key, world)
    accountFor(model, world)
  }
}

/** In a quiet world every message has one state everywhere, and it is true. */
function accountFor(model: DeliveryModel, world: World): void {
  for (const [m, message] of model.messages.entries()) {
    const [state, other] = world.devices.map(({ messages }) =>
      messageState(message, Object.values(at(messages, m).facts)),
    )
    expect(state).toEqual(other)
    const allowed: MessageState['kind'][] = world.accepted[m] ? ['sent', 'uncertain'] : ['uncertain', 'cancelled']
    expect(allowed).toContain(state?.kind)
  }
}

const run = (origins: Origin[], left: Partial<Misfortunes>, flaw: Flaw = {}): Search =>
  search(new DeliveryModel(origins, flaw), left)

describe('every order of events of two devices, with crashes between any two', () => {
  const scenarios: [string, Origin[], Partial<Misfortunes>][] = [
    ['engine and page die, history is lost', ['shared'], { crash: 1, pageCrash: 1, wipe: 1, delay: 1 }],
    ['a message is stopped on the way', ['shared'], { crash: 1, force: 1, stop: 1, delay: 1 }],
    ['the lease is taken from a holder nobody can reach', ['shared'], { crash: 1, pageCrash: 1, force: 1, send: 1 }],
    ['the same, and much later', ['shared'], { crash: 1, force: 1, send: 1, delay: 1 }],
    ['the same for a message only that holder has', ['holder'], { pageCrash: 1, force: 1, send: 1, delay: 1 }],
    ['the same for a message that holder never got', ['other'], { pageCrash: 1, force: 1, send: 1, delay: 1 }],
    ['the lease is handed over, and later taken by force', ['shared'], { handOver: 1, force: 1, delay: 1 }],
    ['two messages while the engine dies', ['shared', 'holder'], { crash: 1 }],
    ['two messages while the lease is taken', ['shared', 'other'], { force: 1 }],
  ]

  it.each(scenarios)(
    '[QU4] [QU5] [QU6] no message is doubled and none is lost: %s',
    (_, origins, left) => {
      const model = new DeliveryModel(origins)
      const found = search(model, left, settler(model))
      expect(found.double).toEqual([])
      expect(found.states).toBeGreaterThan(500)
    },
    180_000,
  )

  it('[QU3] without the fear of a former holder, the search finds a double', () => {
    expect(run(['shared'], { force: 1 }, { fearless: true }).double).toContain('lease taken by force')
  })

  it('[QU3] a holder that does not wait for the documents of its grant makes a double', () => {
    expect(run(['shared'], { handOver: 1 }, { impatient: true }).double).toContain('lease handed over')
  })

  it('[QU6] "not found" without a witness makes a double', () => {
    expect(run(['shared'], { wipe: 1 }, { credulous: true }).double).toContain("0 loses WhatsApp's history")
  })
})

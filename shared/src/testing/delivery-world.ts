import type { Fact } from '../queue/index.ts'

export type D = 0 | 1
export type Facts = Record<string, Fact>

export interface Sending {
  /** The device has the message. */
  has: boolean
  facts: Facts
  /** This device's WhatsApp: no row, a stored one, one the server acked. */
  row: '' | 'stored' | 'acked'
  /** The page is sending it. */
  running: boolean
  /** Engine memory, gone with a crash. */
  handing: boolean
  lookup: '' | 'none' | 'stored' | 'acked' | 'running'
}

export interface Device {
  lease: number
  caughtUp: boolean
  /** Which messages a former holder may know, of a forced take-over. */
  feared: boolean[] | null
  /** WhatsApp's history is whole. */
  history: boolean
  messages: Sending[]
}

export interface World {
  devices: Device[]
  server: { has: boolean; facts: Facts }[]
  /** [device][message]: the server has sent it there, or got it from there. */
  sentTo: boolean[][]
  holder: D
  fence: number
  /** Per message: how often the server took it from a device whose row was new. */
  accepted: number[]
  late: boolean
  left: Misfortunes
}

export interface Misfortunes {
  crash: number
  pageCrash: number
  wipe: number
  force: number
  handOver: number
  send: number
  stop: number
  /** More than 15 minutes pass. */
  delay: number
}

export const NO_MISFORTUNES: Misfortunes = {
  crash: 0,
  pageCrash: 0,
  wipe: 0,
  force: 0,
  handOver: 0,
  send: 0,
  stop: 0,
  delay: 0,
}

/** A changed copy; the world itself stays. */
export function change(world: World, edit: (fresh: World) => void): World {
  const fresh: World = {
    ...world,
    devices: world.devices.map((device) => ({
      ...device,
      messages: device.messages.map((sending) => ({ ...sending })),
    })),
    server: world.server.map((server) => ({ ...server })),
    sentTo: world.sentTo.map((row) => [...row]),
    accepted: [...world.accepted],
    left: { ...world.left },
  }
  edit(fresh)
  return fresh
}

/** The same, at the price of one misfortune. */
export function spend(world: World, what: keyof Misfortunes, edit: (fresh: World) => void): World {
  return change(world, (fresh) => {
    fresh.left[what]--
    edit(fresh)
  })
}

/** Equal for equal worlds. */
export function keyOf({ devices, server, ...rest }: World): string {
  const sending = ({ facts, ...memory }: Sending): unknown => [factKeys(facts), Object.values(memory)]
  return JSON.stringify([
    devices.map(({ messages, ...device }) => [Object.values(device), messages.map(sending)]),
    server.map(({ has, facts }) => [has, factKeys(facts)]),
    Object.values(rest),
  ])
}

// Facts are replaced, never changed, so their keys are joined once.
const joined = new WeakMap<Facts, string>()

function factKeys(facts: Facts): string {
  const known = joined.get(facts)
  if (known !== undefined) return known
  const keys = Object.keys(facts)
    .map((key) => key.slice(key.indexOf('~')))
    .sort()
    .join()
  joined.set(facts, keys)
  return keys
}

/** The element of a list that surely has it. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`no element ${index}`)
  return found
}

import { createWid, Wid } from './wid.ts'

interface Direct {
  fromMe: boolean
  remote: Wid
  id: string
  participant?: Wid | undefined
  self?: string | undefined
}

interface Directed {
  from: Wid
  to: Wid
  id: string
  selfDir: 'in' | 'out'
  participant?: Wid | undefined
}

/** A message's primary key: `<fromMe>_<remote>_<id>`. Its serialized form sits in a minified field, so only `toString` is dependable. */
export class MsgKey {
  readonly fromMe: boolean
  readonly remote: Wid
  readonly id: string
  readonly participant: Wid | undefined
  readonly self: string | undefined
  $1: string

  constructor(from: Direct | Directed) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- callers are foreign code
    if (from === null || from === undefined) throw new Error('MsgKey error: obj is null/undefined')
    const { remote, fromMe, self } = 'selfDir' in from ? directed(from) : direct(from)
    if (!(remote instanceof Wid)) throw new Error('MsgKey error: remote is not a wid')
    if (typeof from.id !== 'string' || from.id === '') throw new Error('MsgKey error: id is missing')
    this.fromMe = fromMe
    this.remote = remote
    this.id = from.id
    this.participant = from.participant
    this.self = self
    const parts = [String(fromMe), remote.toString(), from.id, self, from.participant?.toString()]
    this.$1 = parts.filter((part) => part !== undefined).join('_')
  }

  toString(): string {
    return this.$1
  }

  clone(): MsgKey {
    return new MsgKey({ ...this })
  }

  equals(other: unknown): boolean {
    return other instanceof MsgKey && other.toString() === this.toString()
  }

  static from(key: MsgKey | string): MsgKey {
    return key instanceof MsgKey ? key : MsgKey.fromString(key)
  }

  static fromString(text: string): MsgKey {
    const [fromMe, remote, id, ...rest] = text.split('_')
    if ((fromMe !== 'true' && fromMe !== 'false') || remote === undefined || id === undefined)
      throw new Error(`MsgKey error: cannot parse ${text}`)
    const self = rest.find((part) => part === 'out' || part === 'in')
    const participant = rest.find((part) => part.includes('@'))
    return new MsgKey({
      fromMe: fromMe === 'true',
      remote: createWid(remote),
      id,
      self,
      participant: participant === undefined ? undefined : createWid(participant),
    })
  }

  static newId(): Promise<string> {
    const hex = [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, '0'))
    return Promise.resolve(`3EB0${hex.join('').toUpperCase()}`)
  }
}

function directed({ from, to, selfDir }: Directed): { remote: Wid; fromMe: boolean; self: string | undefined } {
  const fromMe = selfDir === 'out'
  return { remote: fromMe ? to : from, fromMe, self: from.equals(to) ? selfDir : undefined }
}

function direct({ remote, fromMe, self }: Direct): { remote: Wid; fromMe: boolean; self: string | undefined } {
  return { remote, fromMe, self }
}

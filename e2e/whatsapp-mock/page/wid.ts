const SERVERS = [
  'c.us',
  'lid',
  'g.us',
  'broadcast',
  'newsletter',
  'bot',
  'hosted',
  'hosted.lid',
  's.whatsapp.net',
] as const
type WidServer = (typeof SERVERS)[number]

/** WhatsApp's user, group or list id. `_serialized` is still public here, unlike on message keys. */
export class Wid {
  readonly user: string
  readonly server: WidServer
  readonly device: number | undefined
  readonly _serialized: string

  constructor(text: string) {
    const parts = /^([^@:]+)(?::(\d+))?@(.+)$/.exec(text)
    const server = SERVERS.find((one) => one === parts?.[3])
    if (parts?.[1] === undefined || server === undefined || !isUserOf(server, parts[1]))
      throw new Error(`wid error: invalid wid ${text}`)
    this.user = parts[1]
    this.device = parts[2] === undefined ? undefined : Number(parts[2])
    this.server = server
    this._serialized = `${this.user}${this.device === undefined ? '' : `:${String(this.device)}`}@${server}`
  }

  toString(): string {
    return this._serialized
  }

  toJSON(): string {
    return this._serialized
  }

  toLogString(): string {
    return `***@${this.server}`
  }

  equals(other: unknown): boolean {
    return other instanceof Wid && other._serialized === this._serialized
  }

  isUser(): boolean {
    return this.isRegularUser() || this.isBot()
  }

  isRegularUser(): boolean {
    return this.server === 'c.us' || this.server === 'lid'
  }

  isLid(): boolean {
    return this.server === 'lid'
  }

  isRegularUserPn(): boolean {
    return this.server === 'c.us'
  }

  isGroup(): boolean {
    return this.server === 'g.us'
  }

  isBot(): boolean {
    return this.server === 'bot'
  }

  isNewsletter(): boolean {
    return this.server === 'newsletter'
  }

  isBroadcast(): boolean {
    return this.server === 'broadcast'
  }

  isStatus(): boolean {
    return this._serialized === 'status@broadcast'
  }

  isCompanion(): boolean {
    return this.device !== undefined && this.device !== 0
  }

  isPSA(): boolean {
    return this._serialized === '0@c.us'
  }

  isServer(): boolean {
    return this._serialized === 'server@c.us'
  }

  static isXWid(kind: string, wid: unknown): boolean {
    return wid instanceof Wid && wid.server === kind
  }

  static isWid(value: unknown): boolean {
    return typeof value === 'string' ? asWid(value) !== undefined : value instanceof Wid
  }

  static isStatus(wid: unknown): boolean {
    return wid instanceof Wid && wid.isStatus()
  }
}

/** A phone number is digits only; a plus or a space makes no wid. */
function isUserOf(server: WidServer, user: string): boolean {
  if (server === 'c.us' || server === 'lid') return /^\d{1,20}$/.test(user) || user === 'server'
  return user.length > 0
}

export function asWid(text: string): Wid | undefined {
  try {
    return new Wid(text)
  } catch {
    return undefined
  }
}

export function createWid(text: string | Wid): Wid {
  if (text instanceof Wid) return text
  return new Wid(text.replace(/@s\.whatsapp\.net$/, '@c.us'))
}

/** Takes the user part, or a whole wid whose server then goes unread, as wa-js relies on. */
export function createUserWidOrThrow(user: string, server = 'c.us'): Wid {
  return new Wid(`${user.replace(/@.*$/, '')}@${server}`)
}

/** The little of WhatsApp Web's own objects that the agent touches. Models never leave this folder: only plain data does. */

export interface Wid {
  readonly user: string
  readonly server: string
  isUser(): boolean
  isLid(): boolean
  isGroup(): boolean
  toString(): string
}

/** Since build 2.3000.1042401057 a key has no readable serialized field any more, only `id` and `toString()`. */
export interface Key {
  readonly id: string
  readonly fromMe: boolean
  readonly remote: Wid
  toString(): string
}

export interface KeyClass {
  new (parts: { from: Wid; to: Wid; id: string; participant?: Wid; selfDir: 'in' | 'out' }): Key
  fromString(text: string): Key
}

export interface Emitter {
  on(event: string, listener: (model: never) => void): void
  off(event: string, listener: (model: never) => void): void
}

export interface Chat {
  readonly id: Wid
  readonly active?: boolean
  readonly formattedTitle?: string
  readonly contact?: unknown
}

/** How the limits are asked about a chat. */
export interface Recipient {
  chat: Chat
  contact: unknown
}

export interface Msg {
  readonly id: Key
  readonly ack?: number
  readonly t?: number
  readonly type?: string
  readonly body?: string
  readonly caption?: string
  readonly from?: Wid
  readonly author?: Wid
  readonly isNewMsg?: boolean
}

export interface Collection<Model> extends Emitter {
  get(id: unknown): Model | undefined
  getModelsArray(): Model[]
}

export interface MsgCollection extends Collection<Msg> {
  getMessagesById(keys: string[]): Promise<{ messages?: Msg[] } | undefined>
}

export interface SendResult {
  messageSendResult?: string
  ackErrorCode?: number
  t?: number
}

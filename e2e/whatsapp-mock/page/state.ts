import type { Boot, Person, Policy, StreamMode } from '../wire-types.ts'
import { Emitter } from './emitter.ts'
import { storeMapping, type Mapping } from './message-db.ts'
import { Collection, Model } from './model.ts'
import { ChatModel, ContactModel, MsgModel, SocketModel, StreamModel } from './models.ts'
import { createWid, Wid } from './wid.ts'

/** WhatsApp's UI bus: what is to be shown, and what has happened to the session. */
export class CmdEmitter extends Emitter {
  isMainLoaded = false
}

/** All that lives in the page, behind the modules. */
export class State {
  readonly Chat = new Collection(ChatModel)
  readonly Msg = new Collection(MsgModel)
  readonly Contact = new Collection(ContactModel)
  readonly Labels = new Collection(Model)
  readonly Stream = new StreamModel({ mode: 'SYNCING', info: 'SYNCING', needsUpdate: false, available: true })
  readonly Socket = new SocketModel({ state: 'OPENING', hasSynced: false })
  readonly Cmd = new CmdEmitter()
  readonly boot: Boot
  me: Boot['me']
  policy: Policy
  version: string
  /** LID digits to phone digits, as far as this device has learned them. */
  readonly #phoneByLid = new Map<string, string>()

  constructor(boot: Boot, mappings: readonly Mapping[]) {
    this.boot = boot
    this.me = boot.me
    this.policy = boot.policy
    this.version = boot.version
    for (const { lid, phone } of mappings) this.#phoneByLid.set(lid, phone)
    this.Cmd.isMainLoaded = boot.mode === 'MAIN'
  }

  myPn(): Wid {
    return createWid(`${this.me.phone}@c.us`)
  }

  myLid(): Wid {
    return createWid(`${this.me.lid}@lid`)
  }

  /** This linked browser: the account's number with the place it got when it was linked. */
  myDevice(): Wid {
    return createWid(`${this.me.phone}:${String(this.me.device ?? 1)}@c.us`)
  }

  /** My id as this chat must see it: LID chats and groups take the LID. */
  myIdIn(chat: Wid): Wid {
    return chat.isLid() || chat.isGroup() ? this.myLid() : this.myPn()
  }

  currentLid(pn: Wid): Wid | undefined {
    const found = [...this.#phoneByLid].find(([, phone]) => phone === pn.user)
    return found === undefined ? undefined : createWid(`${found[0]}@lid`)
  }

  phoneNumber(lid: Wid): Wid | undefined {
    const phone = this.#phoneByLid.get(lid.user)
    return phone === undefined ? undefined : createWid(`${phone}@c.us`)
  }

  async learn({ lid, phone }: Person): Promise<void> {
    if (this.#phoneByLid.get(lid) === phone) return
    this.#phoneByLid.set(lid, phone)
    await storeMapping({ lid, phone })
  }

  setStream(mode: StreamMode): void {
    this.Stream.set({ mode, info: mode === 'OFFLINE' ? 'OFFLINE' : 'NORMAL' })
    this.Socket.set('state', SOCKET_STATES[mode])
  }

  get main(): boolean {
    return this.Stream.mode === 'MAIN'
  }
}

const SOCKET_STATES: Readonly<Record<StreamMode, string>> = {
  MAIN: 'CONNECTED',
  QR: 'UNPAIRED',
  CONFLICT: 'CONFLICT',
  OFFLINE: 'TIMEOUT',
}

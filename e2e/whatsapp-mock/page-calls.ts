import type { Page } from 'playwright'

/** What a caller inside the page can do by WhatsApp's modules. Each function runs in the page. */

interface Wid {
  toString(): string
}
interface Msg {
  id: { id: string; toString(): string }
  ack: number
  body: string
}
interface Chat {
  id: Wid
}
export interface SendOutcome {
  key?: string
  result?: { messageSendResult: string; ackErrorCode?: number }
  ack?: number
  error?: string
}

export interface SendWish {
  /** Serialized wid handed to `findOrCreateLatestChat`. */
  chat: string
  text: string
  id?: string
  /** Overrides, each a way to be wrong. */
  remote?: string
  from?: string
  to?: string
  t?: number
  body?: unknown
  self?: string
  /** Do not wait for the result: it may never come. */
  fireAndForget?: boolean
}

export function send(page: Page, wish: SendWish): Promise<SendOutcome> {
  return page.evaluate(async (wanted): Promise<SendOutcome> => {
    const load = (id: string): unknown => window.require(id)
    const { createWid } = load('WAWebWidFactory') as { createWid: (text: string) => Wid }
    const MsgKey = load('WAWebMsgKey') as {
      new (parts: object): Wid
      newId(): Promise<string>
    }
    const me = load('WAWebUserPrefsMeUser') as { getMePnUserOrThrow(): Wid; getMeLidUserOrThrow(): Wid }
    const find = load('WAWebFindChatAction') as {
      findOrCreateLatestChat(wid: Wid, origin: string): Promise<{ chat: Chat }>
    }
    const { addAndSendMsgToChat } = load('WAWebSendMsgChatAction') as {
      addAndSendMsgToChat(chat: Chat, data: object): [Promise<Msg>, Promise<Required<SendOutcome>['result']>]
    }
    try {
      const { chat } = await find.findOrCreateLatestChat(createWid(wanted.chat), 'createChat')
      const lid = chat.id.toString().endsWith('@lid')
      const from = wanted.from ? createWid(wanted.from) : lid ? me.getMeLidUserOrThrow() : me.getMePnUserOrThrow()
      const remote = createWid(wanted.remote ?? chat.id.toString())
      const id = new MsgKey({ fromMe: true, remote, id: wanted.id ?? (await MsgKey.newId()) })
      const [added, result] = addAndSendMsgToChat(chat, {
        id,
        from,
        to: createWid(wanted.to ?? chat.id.toString()),
        self: wanted.self ?? 'out',
        t: wanted.t ?? Math.floor(Date.now() / 1000),
        type: 'chat',
        body: 'body' in wanted ? wanted.body : wanted.text,
        ack: 0,
        isNewMsg: true,
        local: true,
      })
      const msg = await added
      if (wanted.fireAndForget) return { key: msg.id.toString() }
      return { key: msg.id.toString(), result: await result, ack: msg.ack }
    } catch (error) {
      return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
    }
  }, wish)
}

/** Looks a message up as after a crash: memory, then database. */
export function lookUp(page: Page, key: string): Promise<{ ack: number; inMemory: boolean } | undefined> {
  return page.evaluate(async (wanted) => {
    const { Msg } = window.require('WAWebCollections') as {
      Msg: { get(key: string): Msg | undefined; getMessagesById(keys: string[]): Promise<{ messages: Msg[] }> }
    }
    const inMemory = Msg.get(wanted) !== undefined
    const [found] = (await Msg.getMessagesById([wanted])).messages
    return found && { ack: found.ack, inMemory }
  }, key)
}

/** Sends a stored message once more under its own key. */
export function resend(page: Page, key: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { Msg, Chat } = window.require('WAWebCollections') as {
      Msg: { getMessagesById(keys: string[]): Promise<{ messages: (Msg & { id: { remote: Wid } })[] }> }
      Chat: { get(id: Wid): Chat }
    }
    const [msg] = (await Msg.getMessagesById([wanted])).messages
    if (!msg) return 'not found'
    const { resendMsgToChat } = window.require('WAWebSendMsgChatAction') as {
      resendMsgToChat(chat: Chat, msg: Msg): Promise<{ messageSendResult: string }>
    }
    return (await resendMsgToChat(Chat.get(msg.id.remote), msg)).messageSendResult
  }, key)
}

/** `present as <wid>`, `absent`, or the error's name. */
export function exists(page: Page, wid: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { createWid } = window.require('WAWebWidFactory') as { createWid(text: string): Wid }
    const { queryWidExists } = window.require('WAWebQueryExistsJob') as {
      queryWidExists(wid: Wid): Promise<{ wid: Wid } | null>
    }
    try {
      const found = await queryWidExists(createWid(wanted))
      return found === null ? 'absent' : `present as ${found.wid.toString()}`
    } catch (error) {
      return error instanceof Error ? error.name : String(error)
    }
  }, wid)
}

/** Collects the acks `change:ack` tells of one message from now on. */
export async function watchAcks(page: Page, id: string): Promise<() => Promise<number[]>> {
  await page.evaluate((wanted) => {
    const seen: number[] = []
    Object.assign(window, { [`acks ${wanted}`]: seen })
    const { Msg } = window.require('WAWebCollections') as {
      Msg: { on(event: string, listener: (msg: Msg) => void): void }
    }
    Msg.on('change:ack', (msg) => {
      if (msg.id.id === wanted) seen.push(msg.ack)
    })
  }, id)
  return () => page.evaluate((wanted) => (window as unknown as Record<string, number[]>)[`acks ${wanted}`] ?? [], id)
}

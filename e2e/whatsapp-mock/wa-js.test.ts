import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, untilSynced, type Bench, type OpenMock } from './page-driver.ts'

/** As much of wa-js as is asked of it here. */
interface Wpp {
  isFullReady: boolean
  on(event: string, listener: (data: { ack?: number; body?: string; id?: unknown }) => void): void
  conn: { isAuthenticated(): boolean; getMyUserId(): unknown }
  contact: {
    queryExists(id: string): Promise<{ wid: unknown; lid: unknown } | null>
    getPnLidEntry(id: string): Promise<{ lid?: { _serialized: string }; phoneNumber?: { _serialized: string } }>
  }
  chat: {
    sendTextMessage(chat: string, text: string, options?: object): Promise<{ id: string; ack: number; to: string }>
    sendFileMessage(chat: string, content: string, options: object): Promise<{ id: string; ack: number }>
    getMessages(chat: string, options: object): Promise<{ body: string }[]>
    openChatBottom(chat: string): Promise<boolean>
  }
}

let bench: Bench
let open: OpenMock
beforeAll(async () => {
  bench = await startBench()
  open = await bench.open({ existsAnswersWith: 'pn' }, async (page) => {
    await page.addInitScript(() => {
      Object.assign(window, { WPPConfig: { disableGoogleAnalytics: true, linkPreviewApiServers: [] } })
    })
    await page.addInitScript({ path: createRequire(import.meta.url).resolve('@wppconnect/wa-js') })
  })
  await untilSynced(open.page)
  await open.page.waitForFunction(() => (window as unknown as { WPP?: Wpp }).WPP?.isFullReady)
})
afterAll(() => bench[Symbol.asyncDispose]())

/** Runs a call of wa-js in the page. */
function wpp<T>(call: (wpp: Wpp, text: string) => T, text = ''): Promise<Awaited<T>> {
  const source = `(${call.toString()})(window.WPP, ${JSON.stringify(text)})`
  return open.page.evaluate<Awaited<T>>(source)
}

const lid = (phone: string): string => `${open.mock.person(phone).lid}@lid`

describe('the unmodified wa-js bundle on the mock', () => {
  it('[WA34] becomes fully ready and knows who is logged in', async () => {
    expect(await wpp((it) => it.conn.isAuthenticated())).toBe(true)
    expect(await wpp((it) => String(it.conn.getMyUserId()))).toBe('4930231250@c.us')
  })

  it('[WA34] asks for a number, gets its LID, and null for a number without WhatsApp', async () => {
    const asked = await wpp(async (it) => String((await it.contact.queryExists('493023125122@c.us'))?.lid))
    expect(asked).toBe(lid('493023125122'))
    expect(await wpp((it) => it.contact.queryExists('493023125199@c.us'))).toBeNull()
    const entry = await wpp((it, id) => it.contact.getPnLidEntry(id), lid('493023125100'))
    expect(entry.phoneNumber?._serialized).toBe('493023125100@c.us')
  })

  it('[WA34] sends a text, hears its acks and its own new message, and reads it back', async () => {
    await wpp((it) => {
      const seen: unknown[] = []
      Object.assign(window, { seen })
      it.on('chat.msg_ack_change', ({ ack }) => seen.push(ack))
      it.on('chat.new_message', ({ body }) => seen.push(body))
    })
    const sent = await wpp((it) => it.chat.sendTextMessage('493023125100@c.us', 'from wa-js'))
    expect(sent).toMatchObject({ ack: 1, to: lid('493023125100') })
    const seen = (): unknown[] => (window as unknown as { seen: unknown[] }).seen
    await expect.poll(() => open.page.evaluate(seen)).toEqual(['from wa-js', 1, 2])
    const bodies = await wpp(
      async (it, id) => (await it.chat.getMessages(id, { count: 5 })).map(({ body }) => body),
      sent.to,
    )
    expect(bodies.at(-1)).toBe('from wa-js')
    expect(bodies[0]).toBe('Hello! Is the oak table still available?')
  })

  it('[WA34] is refused the phone id in the key of a LID chat, and may bring its own LID key', async () => {
    const wrong = await wpp(async (it) => {
      const messageId = 'true_493023125100@c.us_3EB0EEEEEEEEEEEEEEEE01'
      return it.chat
        .sendTextMessage('493023125100@c.us', 'x', { messageId })
        .catch((error: unknown) => (error as { code: string }).code)
    })
    expect(wrong).toBe('message_key_remote_id_is_not_same_of_chat')
    const key = `true_${lid('493023125100')}_3EB0EEEEEEEEEEEEEEEE02`
    const own = await wpp((it, messageId) => it.chat.sendTextMessage('493023125100@c.us', 'own id', { messageId }), key)
    expect(own.id).toBe(key)
  })

  it('[WA34] sends a file under one id, opens a chat and hears of it', async () => {
    const options = { type: 'document', caption: 'the file', filename: 'a.txt' }
    const file = await wpp(
      (it, given) =>
        it.chat.sendFileMessage('493023125100@c.us', 'data:text/plain;base64,aGk=', JSON.parse(given) as object),
      JSON.stringify(options),
    )
    expect(file.ack).toBe(1)
    expect(open.mock.accepted.at(-1)).toMatchObject({ text: 'the file', person: '493023125100' })
    await wpp((it) => {
      it.on('chat.active_chat', (chat) => Object.assign(window, { active: String(chat.id) }))
    })
    expect(await wpp((it) => it.chat.openChatBottom('493023125100@c.us'))).toBe(true)
    const active = (): unknown => (window as unknown as { active: unknown }).active
    await expect.poll(() => open.page.evaluate(active)).toBe(lid('493023125100'))
  })
})

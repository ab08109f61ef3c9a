import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { launchChromium, type Chromium } from '../../harness/chromium.ts'
import { lastOf, openPageWire, type PageWire } from '../../harness/page-wire.ts'
import { startMock, type Mock, type Person } from '../../whatsapp-mock/index.ts'

const ACCOUNT = '+4930231250'
/** The first attempt, by us. */
const FIRST = { attempt: 1, native: false }
const ON_LID = '493023125100'
const ON_PHONE = '442079460958'

let mock: Mock
let device: Chromium
let wire: PageWire

beforeEach(async () => {
  mock = await startMock()
  device = await launchChromium({ builds: inject('builds'), mockPort: mock.port })
  wire = await openPageWire(device)
  await device.openWhatsApp()
  await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
})

afterEach(async () => {
  await device.close()
  await mock.close()
})

const newId = (): string => `3EB0${randomBytes(9).toString('hex').toUpperCase()}`
const chatOf = ({ addressing, lid, phone }: Person): string => (addressing === 'lid' ? `${lid}@lid` : `${phone}@c.us`)
const otherChatOf = ({ addressing, lid, phone }: Person): string =>
  addressing === 'lid' ? `${phone}@c.us` : `${lid}@lid`

describe.each([
  ['hidden id', ON_LID],
  ['phone number', ON_PHONE],
])('a chat keyed by %s', (_by, phone) => {
  it('[WA5, WA6] a text goes out once under the id given, and a look-up finds it there, also after a reload', async () => {
    const [id, chat] = [newId(), chatOf(mock.person(phone))]
    expect(await wire.ask('lookup', { keys: [{ id, chat }] })).toEqual([{ kind: 'none', id, chat }])
    const text = 'Two lines\nand 👋'
    expect(await wire.ask('sendText', { id, chat, account: ACCOUNT, ...FIRST, text })).toMatchObject({
      kind: 'accepted',
    })
    expect(mock.accepted).toMatchObject([{ id, chat, person: phone, text }])
    await expect.poll(async () => (await lastOf(wire, 'ack')) ?? {}).toMatchObject({ id, chat, ack: 2 })

    await wire.clear()
    await device.context.pages().at(-1)?.reload()
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
    const other = otherChatOf(mock.person(phone))
    const keys = [chat, other].map((each) => ({ id, chat: each }))
    expect(await wire.ask('lookup', { keys })).toMatchObject([{ kind: 'found', ack: 2 }, { kind: 'none' }])
    expect(mock.log).toHaveLength(1)
  })

  it('[WA16] resolving says which chat there is, under which ids', async () => {
    const { lid } = mock.person(phone)
    const ids = { pn: `${phone}@c.us`, lid: `${lid}@lid` }
    expect(await wire.ask('resolve', { wid: `${phone}@c.us` })).toEqual({
      kind: 'present',
      chat: chatOf(mock.person(phone)),
      ...ids,
    })
    expect(await wire.ask('prepare', { wids: [ids.lid, ids.pn] })).toBe(chatOf(mock.person(phone)))
  })
})

describe('sending', () => {
  it('[WA7] a repeated command joins the running send, and a look-up meanwhile says so', async () => {
    const order = { id: newId(), chat: chatOf(mock.person(ON_LID)), account: ACCOUNT, ...FIRST, text: 'Once' }
    const hold = mock.hold('send')
    const both = [wire.ask('sendText', order), wire.ask('sendText', order)]
    await hold.reached
    expect(await wire.ask('lookup', { keys: [order].map(({ id, chat }) => ({ id, chat })) })).toMatchObject([
      { kind: 'running' },
    ])
    hold.release()
    expect(await Promise.all(both)).toMatchObject([{ kind: 'accepted' }, { kind: 'accepted' }])
    expect(await wire.ask('sendText', order)).toMatchObject({ kind: 'accepted' })
    expect(mock.log).toHaveLength(1)
  })

  it('[WA7] an id WhatsApp has stored in an earlier page is caught by its database as a duplicate', async () => {
    const order = { id: newId(), chat: chatOf(mock.person(ON_LID)), account: ACCOUNT, ...FIRST, text: 'Once' }
    await wire.ask('sendText', order)
    await wire.clear()
    await device.context.pages().at(-1)?.reload()
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.synced).toBe(true)
    expect(await wire.ask('sendText', order)).toEqual({ kind: 'uncertain', reason: 'duplicate' })
    expect(mock.log).toHaveLength(1)
  })

  it('[WA6] another account, another stream or a moved chat refuses the send, and the id stays free', async () => {
    const person = mock.person(ON_LID)
    const order = { id: newId(), chat: chatOf(person), account: ACCOUNT, ...FIRST, text: 'Hello' }
    const refused = (reason: string): object => ({ kind: 'refused', reason, module: null })
    expect(await wire.ask('sendText', { ...order, account: '+12025550100' })).toEqual(refused('account'))
    expect(await wire.ask('sendText', { ...order, chat: otherChatOf(person) })).toEqual(refused('chat-moved'))
    expect(await wire.ask('sendText', { ...order, chat: '12025559999@c.us' })).toEqual(refused('no-chat'))
    mock.setStream('OFFLINE')
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.stream).toBe('OFFLINE')
    expect(await wire.ask('sendText', order)).toMatchObject({ kind: 'refused' })
    expect(mock.log).toEqual([])
    mock.setStream('MAIN')
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.stream).toBe('MAIN')
    expect(await wire.ask('sendText', order)).toMatchObject({ kind: 'accepted' })
  })

  it('[WA6] an account that changes while the chat is looked up is noticed in the turn of the send', async () => {
    const order = { id: newId(), chat: chatOf(mock.person(ON_LID)), account: ACCOUNT, ...FIRST, text: 'Hello' }
    mock.setAccount({ phone: '12025550100', lid: '155555555555555', name: 'Another' })
    await expect.poll(async () => (await lastOf(wire, 'state'))?.state.account).toBe('+12025550100')
    expect(await wire.ask('sendText', order)).toMatchObject({ kind: 'refused', reason: 'account' })
    expect(mock.log).toEqual([])
  })

  it('[WA8] a broken connection is uncertain, and a refusal by the server carries its code', async () => {
    const chat = chatOf(mock.person(ON_LID))
    mock.fail('error-network')
    expect(await wire.ask('sendText', { id: newId(), chat, account: ACCOUNT, ...FIRST, text: 'A' })).toEqual({
      kind: 'uncertain',
      reason: 'network',
    })
    mock.fail('nack-463')
    const id = newId()
    expect(await wire.ask('sendText', { id, chat, account: ACCOUNT, ...FIRST, text: 'B' })).toEqual({
      kind: 'failed',
      code: 463,
    })
    expect(await wire.ask('lookup', { keys: [{ id, chat }] })).toMatchObject([{ kind: 'found', ack: -1 }])
  })
})

describe('people and limits', () => {
  it('[WA16] a number without WhatsApp is absent; a query that fails is unknown, not absent', async () => {
    expect(await wire.ask('resolve', { wid: '493023125199@c.us' })).toEqual({ kind: 'absent' })
    mock.fail('resolve-error')
    expect(await wire.ask('resolve', { wid: `${ON_LID}@c.us` })).toEqual({ kind: 'unknown' })
  })

  it('[WA16] somebody new has no chat until one is prepared', async () => {
    const { lid } = mock.person('493023125122')
    expect(await wire.ask('resolve', { wid: '493023125122@c.us' })).toMatchObject({ kind: 'present', chat: null })
    expect(await wire.ask('prepare', { wids: [`${lid}@lid`] })).toBe(`${lid}@lid`)
    expect(mock.log).toEqual([])
  })

  it("[WA18] WhatsApp's own limits are read as they stand for a chat", async () => {
    const known = chatOf(mock.person(ON_LID))
    mock.setTimelock({ active: true })
    mock.setCap({ capping_status: 'CAPPED' })
    await expect
      .poll(() => wire.ask('policy', { chat: known }))
      .toEqual({ timelocked: true, timelockAllows: true, warned: false, capped: true, capAllows: true })
    await wire.ask('resolve', { wid: '493023125122@c.us' })
    const cold = `${mock.person('493023125122').lid}@lid`
    expect(await wire.ask('policy', { chat: cold })).toMatchObject({ timelockAllows: false, capAllows: false })
  })

  it('[WA15] what people write is reported with its text, and the chat that is opened with its ids', async () => {
    const chat = chatOf(mock.person(ON_LID))
    const { id } = mock.inbound(ON_LID, 'STOP')
    await expect
      .poll(() => lastOf(wire, 'incoming'))
      .toMatchObject({ id, chat, from: chat, type: 'chat', text: 'STOP' })
    expect(await wire.ask('open', { chat })).toBe('opened')
    await expect
      .poll(async () => (await lastOf(wire, 'chat'))?.chat)
      .toEqual({ id: chat, aliases: [`${ON_LID}@c.us`], title: 'Amira Haddad', group: false })
  })

  it('[WA15] what the account sends from elsewhere is not reported as written to us', async () => {
    mock.sentElsewhere(ON_LID, 'from the phone')
    mock.inbound(ON_LID, 'after it')
    await expect.poll(() => lastOf(wire, 'incoming')).toMatchObject({ text: 'after it' })
    expect((await wire.events()).filter(({ kind }) => kind === 'incoming')).toHaveLength(1)
  })
})

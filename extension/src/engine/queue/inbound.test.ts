import { expect, it } from 'vitest'
import { aliasPlace, consentDoc, type E164, type WorkspaceId } from '@parley/shared/ids'
import { aliasConsent, readConsent } from '@parley/shared/contacts'
import type { PageAnswer, PageCommand } from '../../whatsapp/protocol.ts'
import type { Store } from '../store/index.ts'
import { Profile } from '../store/testing.ts'
import { Inbound } from './inbound.ts'
import { Talks } from './talks.ts'

const workspace = 'w000000000000000' as WorkspaceId
const account = '+4930231250' as E164
const [hidden, number] = ['155512345678901@lid', '493023125100@c.us']
const message = { kind: 'incoming', chat: hidden, from: hidden, at: 1_700_000_000, type: 'chat' } as const

/** A sender that hears messages, and a page that knows the number when it is asked. */
async function hearing() {
  const store = await new Profile().start()
  const talks = await Talks.load(store)
  const asked: PageCommand[] = []
  const ask = <N extends PageCommand>(_tab: number, name: N): Promise<PageAnswer<N>> => {
    asked.push(name)
    const value = { kind: 'present', chat: hidden, lid: hidden, pn: number }
    return Promise.resolve({ ok: true, value } as unknown as PageAnswer<N>)
  }
  const inbound = new Inbound(store, { workspace, generation: 0, shards: 64 }, talks, { ask })
  return { store, talks, asked, inbound }
}

async function consent(store: Store, alias: string): Promise<string> {
  const { key, shard } = aliasPlace(workspace, alias)
  return aliasConsent(await store.read(consentDoc(workspace, shard), (m) => readConsent(m, key)))
}

it('[QU30] what people write makes them warm under each id the page knows, and asks WhatsApp nothing', async () => {
  const { talks, asked, inbound } = await hearing()
  await inbound.heard(account, 1, { ...message, id: '3EB0000001', aliases: [number], text: 'Is it open?' })
  await inbound.heard(account, 1, { ...message, id: '3EB0000002', aliases: [], text: 'Hello?' })
  for (const chat of [hidden, number]) expect(talks.of(account, [chat]).lastInbound).toBe(1_700_000_000_000)
  expect(asked).toEqual([])
})

it('[QU30] a "stop" holds for the number too: the one the page knows, else the one it finds out', async () => {
  const known = await hearing()
  await known.inbound.heard(account, 1, { ...message, id: '3EB0000003', aliases: [number], text: 'STOP' })
  expect([await consent(known.store, '+493023125100'), known.asked]).toEqual(['out', []])
  const unknown = await hearing()
  await unknown.inbound.heard(account, 1, { ...message, id: '3EB0000004', aliases: [], text: 'STOP' })
  expect([await consent(unknown.store, '+493023125100'), unknown.asked]).toEqual(['out', ['resolve']])
  expect(await consent(unknown.store, hidden)).toBe('out')
})

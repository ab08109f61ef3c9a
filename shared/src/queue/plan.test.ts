import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CampaignId, ContactId, DeviceId, E164, MessageId, OpId, TemplateId, WorkspaceId } from '../ids/index.ts'
import type { Fact } from './fact.ts'
import { campaignMessageId, whatsAppIdOf } from './message-id.ts'
import { decodeMessage, encodeMessage, type Message } from './message.ts'
import { planCampaign, type CampaignDraft, type Candidate } from './plan.ts'
import { readQueue, stateOf, writeFact, writeMessage } from './queue-doc.ts'
import { campaignChats, duplicatesAfterMerge } from './same-person.ts'
import { countStates } from './counts.ts'

const draft: CampaignDraft = {
  workspace: 'w'.repeat(16) as WorkspaceId,
  campaign: 'campaign01' as CampaignId,
  occurrence: '',
  sender: '+491701234567' as E164,
  version: {
    template: 'tmpl0001' as TemplateId,
    number: 3,
    name: 'Hello',
    body: 'Hi {{ name }}!',
    locale: 'en',
    timeZone: 'UTC',
    by: 'ann',
    at: 0,
    opId: 'op00000001' as OpId,
  },
  consentRequired: true,
  notBefore: 1000,
  at: 500,
  by: 'ann',
  device: 'laptop' as DeviceId,
  opId: 'op00000002' as OpId,
}
const contact = (index: number): ContactId => `contact${index}`.padEnd(16, '0') as ContactId
const candidate = (index: number, changes: Partial<Candidate> = {}): Candidate => ({
  contact: contact(index),
  aliases: [`+4930000${index}`],
  consent: 'in',
  values: { name: `Nr ${index}` },
  ...changes,
})
const by = 'laptop' as DeviceId
const reasons = (audience: Candidate[]): unknown[] =>
  planCampaign(audience, draft).messages.map(({ text, skipped }) => skipped ?? text)

describe('ids', () => {
  it("[QU2] WhatsApp's id has its shape and follows from workspace and message alone", () => {
    const id = whatsAppIdOf('AbCdEfGh01234567' as WorkspaceId, '0123456789abcdefghijAB' as MessageId)
    // printf AbCdEfGh012345670123456789abcdefghijAB | sha256sum
    expect(id).toBe('3EB02D18E6425B4E778152')
    expect(id).not.toBe(whatsAppIdOf('AbCdEfGh01234568' as WorkspaceId, '0123456789abcdefghijAB' as MessageId))
  })

  it('[QU2] a message of a campaign has the same id on every device, another one for another occurrence or person', () => {
    const all = [
      campaignMessageId(draft.campaign, '', contact(1)),
      campaignMessageId(draft.campaign, '2026-11', contact(1)),
      campaignMessageId(draft.campaign, '', contact(2)),
      campaignMessageId('campaign02' as CampaignId, '', contact(1)),
    ]
    expect(new Set(all).size).toBe(4)
    for (const id of all) expect(id).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(planCampaign([candidate(2), candidate(1)], draft)).toEqual(planCampaign([candidate(1), candidate(2)], draft))
  })
})

describe('a plan', () => {
  it('[QU1] freezes text, values, version, sender, contact, addresses and time, and is read back as it was', () => {
    const [message] = planCampaign([candidate(1)], draft).messages
    expect(message).toMatchObject({
      text: 'Hi Nr 1!',
      values: { name: 'Nr 1' },
      version: 'tmpl0001.3',
      sender: draft.sender,
      contact: contact(1),
      to: ['+49300001'],
      notBefore: 1000,
      whatsAppId: message && whatsAppIdOf(draft.workspace, message.id),
    })
    for (const one of planCampaign([candidate(1), candidate(2, { consent: 'out' })], draft).messages) {
      const value: unknown = JSON.parse(JSON.stringify(encodeMessage(one)))
      expect(decodeMessage(one.id, value)).toEqual(one)
      expect(decodeMessage(one.id, [...(value as unknown[]), 'of a later build'])).toEqual(one)
      expect(decodeMessage(one.id, [2, ...(value as unknown[]).slice(1)])).toBeUndefined()
    }
  })

  it('[QU1] a message that is queued is never written again', () => {
    const doc = new Map<string, unknown>()
    const [message] = planCampaign([candidate(1)], draft).messages as [Message]
    expect(writeMessage(doc, message)).toBe(true)
    expect(writeMessage(doc, { ...message, text: 'other' })).toBe(false)
    expect(readQueue(doc).get(message.id)?.message).toEqual(message)
  })

  it('[QU8] those left out are frozen with their reason, opt-out first', () => {
    expect(
      reasons([
        candidate(1),
        candidate(2, { consent: 'out', aliases: [], values: {} }),
        candidate(3, { consent: 'unknown', aliases: [] }),
        candidate(4, { aliases: [], values: {} }),
        candidate(5, { values: {} }),
      ]),
    ).toEqual(['Hi Nr 1!', 'opted-out', 'no-consent', 'no-number', 'render'])
    const plan = planCampaign([candidate(5, { values: {} })], draft)
    expect(plan.renderProblems.get(contact(5))).toEqual({ code: 'missing-value', name: 'name' })
  })

  it('[QU18] one message per person over all aliases; an opt-out of one contact holds for the person', () => {
    const shared = [
      candidate(1, { aliases: ['+491', '+492'], values: {} }),
      candidate(2, { aliases: ['+492', '7@lid'] }),
      candidate(3, { aliases: ['7@lid'] }),
      candidate(4),
    ]
    expect(reasons(shared)).toEqual(['same-person', 'Hi Nr 2!', 'same-person', 'Hi Nr 4!'])
    expect(reasons([...shared.slice(0, 2), candidate(3, { aliases: ['7@lid'], consent: 'out' })])).toEqual([
      'opted-out',
      'same-person',
      'same-person',
    ])
    expect(reasons([candidate(1), candidate(1, { consent: 'out' })])).toEqual(['opted-out'])
  })

  it('[QU14] [QU18] the counts add up and nobody gets two messages, for any audience', () => {
    const alias = fc.constantFrom('+491', '+492', '+493', '+494', '5@lid', '6@lid')
    const any = fc.record({
      contact: fc.nat(9).map(contact),
      aliases: fc.uniqueArray(alias, { maxLength: 3 }),
      consent: fc.constantFrom('in', 'out', 'unknown'),
      values: fc.constant({}),
    }) as fc.Arbitrary<Candidate>
    // Every third contact has no name.
    const named = any.map((one) => (Number(one.contact[7]) % 3 ? { ...one, values: { name: 'A' } } : one))
    fc.assert(
      fc.property(fc.array(named, { maxLength: 12 }), (audience) => {
        const { messages, counts } = planCampaign(audience, draft)
        const skipped = Object.values(counts.skipped).reduce((sum, count) => sum + count, 0)
        expect(counts.toSend + skipped).toBe(counts.audience)
        expect(counts.audience).toBe(new Set(audience.map((one) => one.contact)).size)
        expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
        const written = messages.filter((message) => !message.skipped).flatMap(({ to }) => to)
        expect(new Set(written).size).toBe(written.length)
        const out = audience.filter(({ consent }) => consent === 'out').flatMap(({ aliases }) => aliases)
        expect(written.filter((to) => out.includes(to))).toEqual([])
        expect(planCampaign([...audience].reverse(), draft).counts).toEqual(counts)
      }),
      { numRuns: 500 },
    )
  })
})

describe('persons found to be one later', () => {
  const doc = new Map<string, unknown>()
  const { messages } = planCampaign([candidate(1), candidate(2), candidate(3), candidate(4)], draft)
  const [first, second, third, fourth] = messages as [Message, Message, Message, Message]
  for (const message of messages) writeMessage(doc, message)
  const handover = { chats: ['2@lid', '2@c.us'], account: draft.sender, session: 's', textHash: 'h' }
  const dispatching: Fact = { kind: 'dispatching', attempt: 1, fence: 1, at: 1, by, handover }
  writeFact(doc, second.id, dispatching)
  writeFact(doc, fourth.id, { ...dispatching, handover: { ...handover, chats: ['4@lid'] } })
  writeFact(doc, fourth.id, { kind: 'failed', attempt: 1, fence: 1, at: 1, by, reason: 'blocked' })
  const entries = [...readQueue(doc).values()]

  it('[QU8] the chats a campaign has written to are those of every other message that may have been sent', () => {
    expect([...campaignChats(entries, first.id)]).toEqual(['2@lid', '2@c.us'])
    expect([...campaignChats(entries, second.id)]).toEqual([])
  })

  it('[QU18] after a merge the messages not handed over yet are named, one per person is kept', () => {
    const merged = (...same: Message[]): MessageId[] =>
      duplicatesAfterMerge(entries, ({ id }) => (same.some((message) => message.id === id) ? ['shared'] : [id]))
    expect(merged(first, second)).toEqual([first.id])
    expect(merged(first, third)).toEqual([third.id])
    expect(merged(first, second, third).sort()).toEqual([first.id, third.id].sort())
    expect(merged(second, fourth)).toEqual([])
    expect(merged(first, fourth)).toEqual([])
  })

  it('[QU14] every message is counted in exactly one place', () => {
    const states = entries.map(stateOf)
    const { total, ...places } = countStates([...states, undefined])
    expect(places).toMatchObject({ waiting: 3, failed: 1, unreadable: 1 })
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(total)
  })
})

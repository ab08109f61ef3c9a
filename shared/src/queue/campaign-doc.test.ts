import { expect, it } from 'vitest'
import type { CampaignId, ContactId, DeviceId, E164, MessageId, OpId } from '../ids/index.ts'
import type { VersionKey } from '../templates/index.ts'
import {
  campaignPhase,
  campaignWordTime,
  dayPart,
  hashMessages,
  isComplete,
  listCampaigns,
  partsOf,
  readCampaign,
  writeCampaign,
  writeCampaignWord,
  type CampaignHeader,
} from './campaign-doc.ts'
import { encodeMessage, type Message } from './message.ts'
import { chunkMessages } from './message-chunks.ts'
import type { WhatsAppId } from './message-id.ts'

const campaign = 'campaign01' as CampaignId
const message = (index: number): Message => ({
  id: `m${index}`.padStart(22, '0') as MessageId,
  whatsAppId: `3EB0${index}` as WhatsAppId,
  sender: '+491701234567' as E164,
  contact: 'c' as ContactId,
  to: ['+4930'],
  text: `Hi ${index}`,
  values: { b: '2', a: '1' },
  notBefore: 0,
  at: 0,
  by: 'ann',
  device: 'laptop' as DeviceId,
  opId: 'op00000001' as OpId,
})
const messages = Array.from({ length: 12 }, (_, index) => message(index))
const header: CampaignHeader = {
  campaign,
  name: 'Winter sale',
  sender: '+491701234567' as E164,
  version: 'tmpl0001.1' as VersionKey,
  parts: 1,
  count: messages.length,
  hash: hashMessages(messages),
  by: 'ann',
  at: 5,
}

it('[QU21] a campaign may start only when every message its header speaks of is here, unchanged, in any order', () => {
  expect(isComplete(header, [...messages].reverse())).toBe(true)
  expect(isComplete(header, messages.slice(1))).toBe(false)
  expect(isComplete(header, [{ ...message(0), text: 'forged' }, ...messages.slice(1)])).toBe(false)
  expect(isComplete(header, [{ ...message(0), values: { a: '1', b: '2' } }, ...messages.slice(1)])).toBe(true)
})

it('[QU21] a header is read back as it was; one of a later format starts nothing', () => {
  const work = new Map<string, unknown>()
  writeCampaign(work, header)
  expect(readCampaign(work, campaign)).toEqual(header)
  expect(listCampaigns(work)).toEqual([header])
  work.set(campaign, { ...(work.get(campaign) as object), name: undefined })
  expect(readCampaign(work, campaign)).toEqual({ ...header, name: '' })
  work.set(campaign, { ...(work.get(campaign) as object), format: 2 })
  expect(readCampaign(work, campaign)).toBeUndefined()
})

it('[QU21] stop and done are final, of pause and resume the latest counts', () => {
  const work = new Map<string, unknown>()
  let last = 0
  const say = (word: 'pause' | 'resume' | 'stop' | 'done', at: number): string => {
    writeCampaignWord(work, campaign, word, { opId: `op0000000${++last}` as OpId, at, by: 'ann' })
    return campaignPhase(work, campaign)
  }
  expect(campaignPhase(work, campaign)).toBe('running')
  expect(say('pause', 10)).toBe('paused')
  expect(say('resume', 10)).toBe('paused')
  expect(say('resume', 20)).toBe('running')
  expect(say('stop', 15)).toBe('stopped')
  expect(say('resume', 99)).toBe('stopped')
  expect(say('done', 1)).toBe('done')
})

it('[QU21] a word said after another counts, also when the clock was set back between them', () => {
  const work = new Map<string, unknown>()
  expect(campaignWordTime(work, campaign, 50)).toBe(50)
  writeCampaignWord(work, campaign, 'pause', { opId: 'op00000001' as OpId, at: 50, by: 'ann' })
  const at = campaignWordTime(work, campaign, 10)
  writeCampaignWord(work, campaign, 'resume', { opId: 'op00000002' as OpId, at, by: 'ann' })
  expect(campaignPhase(work, campaign)).toBe('running')
})

it('[QU25] messages are cut into runs of at most 400 and 96 kB, none lost, in their order', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => message(index))
  expect(chunkMessages(many).map(({ length }) => length)).toEqual([400, 400, 200])
  const long = many.slice(0, 9).map((each) => ({ ...each, text: '\u00e9\u20ac\u{1f600}'.repeat(2_000) }))
  expect(chunkMessages([...long, { ...message(9), text: 'x'.repeat(65_536 * 2) }, message(10)])).toSatisfy(
    (chunks: Message[][]) =>
      chunks.flat().length === 11 &&
      chunks.every(
        (chunk) => chunk.length === 1 || Buffer.byteLength(JSON.stringify(chunk.map(encodeMessage))) < 98_304,
      ),
  )
  expect(chunkMessages(long).flat()).toEqual(long)
  expect(chunkMessages(long).length).toBe(2)
  expect(chunkMessages([])).toEqual([])
})

it('[QU21] a queue document holds at most 5,000 recipients of a campaign, a single message goes to its due day', () => {
  const many = Array.from({ length: 10_001 }, (_, index) => message(index))
  const parts = partsOf(campaign, many)
  expect([...parts.keys()]).toEqual(['kcampaign01-0', 'kcampaign01-1', 'kcampaign01-2'])
  expect([...parts.values()].map((part) => part.length)).toEqual([5000, 5000, 1])
  expect(dayPart(Date.UTC(2026, 10, 24, 23, 59))).toBe('d20261124')
})

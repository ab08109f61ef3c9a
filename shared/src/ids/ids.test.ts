import { describe, expect, it } from 'vitest'
import { base62, randomBase62, type Random } from './base62.ts'
import type { ContactId, WorkspaceId } from './brands.ts'
import { aliasPlace } from './alias-key.ts'
import {
  consentDoc,
  contactDoc,
  draftsDoc,
  historyDoc,
  monthOf,
  parseDocName,
  queueDoc,
  ruleDoc,
  shardOf,
  teamDoc,
  versionsDoc,
  workDoc,
} from './doc-name.ts'
import { sha256Hex } from './hash.ts'
import { visibleText } from './invisible.ts'
import { newCampaignId, newContactId, newFieldId, newMessageId, newOpId } from './new-id.ts'
import { asContactId, asE164, asEventId, asOpId } from './parse-id.ts'
import { normaliseTagName, tagId, tidyTagName } from './tag-id.ts'

const workspace = 'workspace0000001' as WorkspaceId

/** A small generator that repeats itself by seed (mulberry32). */
function seeded(seed: number): Random {
  let state = seed
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state = (state + 0x6d2b79f5) | 0
      const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      return (mixed ^ (mixed >>> 14)) & 255
    })
}

describe('ids', () => {
  it('[CO7] have their lengths and only base62 characters', () => {
    const random = seeded(1)
    const made = [newContactId, newMessageId, newFieldId, newOpId, newCampaignId].map((make) => make(random))
    expect(made.map((id) => id.length)).toEqual([16, 22, 8, 10, 10])
    for (const id of made) expect(id).toMatch(/^[0-9A-Za-z]+$/)
    expect(asContactId(made[0]!)).toBe(made[0])
    expect(asContactId('contact-00000001')).toBeUndefined()
    expect(asOpId('op/0000001')).toBeUndefined()
  })

  it('[CO7] random ids use every character about equally often, also of a source of high bytes', () => {
    const text = randomBase62(seeded(7), 62_000)
    const counts = new Map<string, number>()
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect(counts.size).toBe(62)
    expect(Math.min(...counts.values())).toBeGreaterThan(850)
    expect(Math.max(...counts.values())).toBeLessThan(1150)
  })

  it('[CO7] base62 of a hash is the number’s last digits', () => {
    expect(base62(Uint8Array.of(1, 0), 3)).toBe('048')
    expect(base62(Uint8Array.of(61), 1)).toBe('z')
  })

  it('[CO7] hashes as the standards say', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('[CO7] accepts only the shape of a number and of an event', () => {
    expect(asE164('+4915112345678')).toBe('+4915112345678')
    for (const text of ['4915112345678', '+0151', '+49 151', '+1234567890123456']) expect(asE164(text)).toBeUndefined()
    expect(asEventId('3EB0C767D82A1F2E45')).toBeDefined()
    expect(asEventId('a/b')).toBeUndefined()
  })
})

describe('tags', () => {
  it('[CO20] the same name is the same tag on every device, whatever its case, spaces and invisible marks', () => {
    const id = tagId(workspace, 'VIP Kunde')
    expect(id).toMatch(/^[0-9A-Za-z]{8}$/)
    for (const name of ['vip kunde', ' VIP  Kunde ', 'ＶＩＰ Kunde', 'V\u200bIP\u00a0Kunde', '\u202aVIP Kunde\u202c']) {
      expect(tagId(workspace, name)).toBe(id)
    }
    expect(tagId(workspace, 'VIP Kunden')).not.toBe(id)
    expect(tagId('workspace0000002' as WorkspaceId, 'VIP Kunde')).not.toBe(id)
  })

  it('[CO20] folds case without a locale and keeps how a name is written', () => {
    expect(normaliseTagName('STRASSE')).toBe(normaliseTagName('Straße'))
    expect(normaliseTagName('ΟΔΟΣ')).toBe(normaliseTagName('οδος'))
    expect(tidyTagName('  Straße\n7 ')).toBe('Straße 7')
    expect(tidyTagName('\u200b')).toBe('')
  })

  it('[CO20] shows the joiners of emoji and Persian, and does not compare them', () => {
    expect(tidyTagName('👨‍👩‍👧 خانه‌ها')).toBe('👨‍👩‍👧 خانه‌ها')
    expect(tagId(workspace, 'خانه‌ها')).toBe(tagId(workspace, 'خانهها'))
    expect(visibleText('خانه‌ها')).toBe('خانهها')
  })
})

describe('document names', () => {
  const contact = 'contact000000001' as ContactId

  it('[CO7] are written and read back', () => {
    const refs: [string, object][] = [
      [teamDoc(workspace), { kind: 'team', workspace }],
      [ruleDoc(workspace), { kind: 'rule', workspace }],
      [workDoc(workspace), { kind: 'work', workspace }],
      [contactDoc(workspace, 0, 63), { kind: 'contacts', workspace, generation: 0, shard: 63 }],
      [consentDoc(workspace, 10), { kind: 'consent', workspace, shard: 10 }],
      [historyDoc(workspace, '202611'), { kind: 'history', workspace, month: '202611', generation: 0 }],
      [queueDoc(workspace, 'd20261124'), { kind: 'queue', workspace, part: 'd20261124' }],
      [queueDoc(workspace, 'kabcdefghij-3'), { kind: 'queue', workspace, part: 'kabcdefghij-3' }],
      [draftsDoc(workspace), { kind: 'drafts', workspace, generation: 0 }],
      [versionsDoc(workspace, 2), { kind: 'versions', workspace, generation: 2 }],
    ]
    for (const [name, ref] of refs) expect(parseDocName(name)).toEqual(ref)
    expect(contactDoc(workspace, 0, 63)).toBe(`c/${workspace}/0/3f`)
    expect(consentDoc(workspace, 10)).toBe(`s/${workspace}/0a`)
  })

  it.each([
    '',
    'x/y',
    'w/workspace0000001/other',
    'c/short/0/00',
    `c/${workspace}/0/100`,
    `s/${workspace}/1f`,
    `h/${workspace}/2026.0`,
  ])('[CO7] %j names no document', (name) => {
    expect(parseDocName(name)).toBeUndefined()
  })

  it('[CO7] months are UTC', () => {
    expect(monthOf(Date.UTC(2026, 11, 31, 23, 59))).toBe('202612')
  })

  it('[CO7] spread contacts over the shards by their hash', () => {
    const random = seeded(3)
    const counts = new Array<number>(64).fill(0)
    for (let i = 0; i < 6_400; i++) counts[shardOf(newContactId(random), 64)]! += 1
    expect(shardOf(contact, 64)).toBe(parseInt(sha256Hex(contact).slice(0, 2), 16) % 64)
    expect(Math.min(...counts)).toBeGreaterThan(60)
    expect(Math.max(...counts)).toBeLessThan(150)
  })

  it('[CO15] an alias’s consent document is the first hex digit of its HMAC, the key its first 22 characters', () => {
    const place = aliasPlace(workspace, '+4915112345678')
    const first = Buffer.from(place.key, 'base64url')[0]!
    expect(place.shard).toBe(first >> 4)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ContactId, OpId } from '@parley/shared/ids'
import { packRows } from './columns.ts'
import { pageOf, type Matched } from './merge.ts'
import { needleOf, type Row } from './row.ts'
import { ShardIndex } from './shard-index.ts'
import type { SortBy } from './sort.ts'

const SHARDS = 3
const IDS = 40

/** A contact's row with few possible values, so that many are equal. */
const row = fc
  .record({
    id: fc.nat(IDS - 1),
    name: fc.constantFrom('', 'ada', 'bob', 'zoe', 'юрий'),
    phone: fc.nat(4),
    deleted: fc.boolean(),
    createdAt: fc.nat(3),
  })
  .map(({ id, name, phone, deleted, createdAt }): Row => ({
    id: `contact${String(id).padStart(9, '0')}` as ContactId,
    name,
    key: name,
    phones: phone === 0 ? '' : `+4915112345${String(phone)}`,
    tags: '',
    groups: '',
    deleted,
    createdAt,
    createdBy: 'operation0' as OpId,
    search: `${name}\t4915112345${String(phone)}`,
  }))

interface Question {
  search: string
  by: SortBy
  descending: boolean
  offset: number
  limit: number
}

const question: fc.Arbitrary<Question> = fc.record({
  search: fc.constantFrom('', 'a', 'o', 'BOB', '0151 12345', '451', 'nobody'),
  by: fc.constantFrom<SortBy>('name', 'phone', 'created'),
  descending: fc.boolean(),
  offset: fc.nat(45),
  limit: fc.integer({ min: 1, max: 20 }),
})

function shardOf(id: string): number {
  return Number(id.slice(7)) % SHARDS
}

/** What a page is, said plainly. */
function plainPage(rows: readonly Row[], { search, by, descending, offset, limit }: Question): string[] {
  const key = (each: Row) => (by === 'created' ? each.createdAt : by === 'name' ? each.key : each.phones)
  const sorted = rows
    .filter((each) => !each.deleted && each.search.includes(needleOf(search)))
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)]
      if (x === y) return a.id < b.id ? -1 : 1
      if (x === '' || y === '') return x === '' ? 1 : -1
      return x < y ? -1 : 1
    })
  if (descending) sorted.reverse()
  return sorted.slice(offset, offset + limit).map(({ id }) => id)
}

it('[CO61] a page is the same slice of the filtered and sorted contacts, however they came, packed or fresh', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.constant('pack' as const) }), {
        maxLength: 150,
      }),
      fc.array(question, { minLength: 1, maxLength: 6 }),
      (steps, questions) => {
        const shards = Array.from({ length: SHARDS }, () => new ShardIndex(packRows([])))
        const plain = new Map<string, Row>()
        for (const step of steps) {
          if (step === 'pack') for (const shard of shards) shard.repack()
          else {
            expect(shards[shardOf(step.id)]?.set(step)).toEqual(plain.get(step.id))
            plain.set(step.id, step)
          }
          if (steps.length % 7 === 0)
            pageOf(matchedIn(shards, ''), { by: 'name', descending: false, offset: 0, limit: 3 })
        }
        for (const asked of questions) {
          const page = pageOf(matchedIn(shards, asked.search), asked)
          expect(page.map(({ id }) => id)).toEqual(plainPage([...plain.values()], asked))
        }
      },
    ),
    { numRuns: 300 },
  )
})

function matchedIn(shards: readonly ShardIndex[], search: string): Matched[] {
  return shards.map((shard) => {
    const hits = new Uint8Array(shard.slots)
    let count = 0
    shard.eachWith('search', needleOf(search), (slot) => {
      if (shard.isDeleted(slot)) return
      hits[slot] = 1
      count++
    })
    return { shard, hits, count }
  })
}

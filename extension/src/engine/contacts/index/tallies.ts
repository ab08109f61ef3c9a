import type { ContactId, TagId } from '@parley/shared/ids'
import { splitIds } from './columns.ts'
import type { Row } from './row.ts'
import type { ShardIndex } from './shard-index.ts'

/** Counts and the phone book over all rows that are not deleted: made when first asked for, then kept up by edits. */
export class Tallies {
  readonly #shards: readonly ShardIndex[]
  #total: number | undefined
  #tags: Map<TagId, number> | undefined
  #phones: Map<string, ContactId | Set<ContactId>> | undefined

  constructor(shards: readonly ShardIndex[]) {
    this.#shards = shards
  }

  total(): number {
    if (this.#total !== undefined) return this.#total
    let total = 0
    this.#each(() => total++)
    return (this.#total = total)
  }

  tags(): ReadonlyMap<TagId, number> {
    if (this.#tags) return this.#tags
    const counts = new Map<TagId, number>()
    this.#each((shard, slot) => {
      countTags(counts, shard.value(slot, 'tags'), 1)
    })
    return (this.#tags = counts)
  }

  holder(phone: string): ContactId | undefined {
    const holders = (this.#phones ??= this.#phoneBook()).get(phone)
    return holders instanceof Set ? [...holders].sort()[0] : holders
  }

  /** A row came, or took another's place. */
  replace(former: Row | undefined, row: Row): void {
    if (former && !former.deleted) this.#count(former, -1)
    if (!row.deleted) this.#count(row, 1)
  }

  #count(row: Row, by: 1 | -1): void {
    if (this.#total !== undefined) this.#total += by
    if (this.#tags) countTags(this.#tags, row.tags, by)
    if (this.#phones) for (const phone of numbers(row.phones)) enlist(this.#phones, phone, row.id, by)
  }

  #phoneBook(): Map<string, ContactId | Set<ContactId>> {
    const book = new Map<string, ContactId | Set<ContactId>>()
    this.#each((shard, slot) => {
      for (const phone of numbers(shard.value(slot, 'phones'))) enlist(book, phone, shard.id(slot), 1)
    })
    return book
  }

  #each(visit: (shard: ShardIndex, slot: number) => void): void {
    for (const shard of this.#shards)
      shard.eachWith('search', '', (slot) => {
        if (!shard.isDeleted(slot)) visit(shard, slot)
      })
  }
}

function countTags(counts: Map<TagId, number>, run: string, by: number): void {
  if (run === '') return
  for (const tag of splitIds(run) as TagId[]) counts.set(tag, (counts.get(tag) ?? 0) + by)
}

function numbers(phones: string): string[] {
  return phones === '' ? [] : phones.split(' ')
}

/** Nearly every number has one holder, so only a shared one gets a set. */
function enlist(book: Map<string, ContactId | Set<ContactId>>, phone: string, id: ContactId, by: 1 | -1): void {
  const held = book.get(phone)
  if (by === 1) {
    if (held === undefined) book.set(phone, id)
    else if (held instanceof Set) held.add(id)
    else if (held !== id) book.set(phone, new Set([held, id]))
  } else if (held instanceof Set) {
    held.delete(id)
    if (held.size === 0) book.delete(phone)
  } else if (held === id) book.delete(phone)
}

import { overlayKeysOf, readContact, readContacts } from '@parley/shared/contacts'
import {
  parseDocName,
  shardOf,
  type ContactId,
  type DocMap,
  type DocName,
  type OpId,
  type TagId,
} from '@parley/shared/ids'
import type { Checked, ContactRow, Page } from '../../calls.ts'
import type { Store, Touched } from '../../store/index.ts'
import { contactPrefix, type Layout } from '../../workspace/index.ts'
import { holdsId, keptColumns, packRows, splitIds } from './columns.ts'
import { ConsentIndex } from './consent-index.ts'
import { pageOf, type Matched } from './merge.ts'
import { needleOf, rowOf, type Row } from './row.ts'
import { ShardIndex } from './shard-index.ts'
import { Tallies } from './tallies.ts'

/**
 * All contacts of a workspace as compact columns in memory: lists, search, filters, counts and the phone book are
 * answered without a document. Built from the kept columns and the log rows after them, then kept up by commits.
 */
export class ContactIndex {
  readonly consent: ConsentIndex
  readonly #layout: Layout
  readonly #shards: ShardIndex[]
  readonly #tallies: Tallies

  private constructor(layout: Layout) {
    this.#layout = layout
    this.consent = new ConsentIndex(layout.workspace)
    this.#shards = Array.from({ length: layout.shards }, () => new ShardIndex(packRows([])))
    this.#tallies = new Tallies(this.#shards)
  }

  /** Builds the index from the store and keeps it up. */
  static async load(store: Store, layout: Layout): Promise<ContactIndex> {
    const index = ContactIndex.begin(store, layout)
    await index.#readShards(store)
    await index.#readConsent(store)
    return index
  }

  /** The index of a workspace that has just been made. */
  static begin(store: Store, layout: Layout): ContactIndex {
    const index = new ContactIndex(layout)
    store.onCommit((touched) => {
      for (const each of touched) index.#apply(each)
    })
    store.indexWith((doc) => index.#columnsOf(doc))
    return index
  }

  /** The holder of an E.164 number among contacts that are not deleted; of several the one with the smallest id. */
  holder(phone: string): ContactId | undefined {
    return this.#tallies.holder(phone)
  }

  /** Contacts by tag, deleted ones not counted. */
  tagCounts(): ReadonlyMap<TagId, number> {
    return this.#tallies.tags()
  }

  /** The contacts an operation made, deleted ones too. */
  createdIn(opId: OpId): ContactId[] {
    const found: ContactId[] = []
    for (const shard of this.#shards)
      shard.eachWith('search', '', (slot) => {
        const row = shard.createdBy(slot) === opId ? shard.row(slot) : undefined
        if (row) found.push(row.id)
      })
    return found
  }

  /** The contacts that are not deleted; with `tag`, those that have it. */
  living(tag?: TagId): ContactId[] {
    const found: ContactId[] = []
    for (const shard of this.#shards)
      shard.eachWith('tags', tag ?? '', (slot) => {
        const has = tag === undefined || holdsId(shard.value(slot, 'tags'), tag)
        if (has && !shard.isDeleted(slot)) found.push(shard.id(slot))
      })
    return found
  }

  /** What lists call a contact; '' for one that has no name or is not known. */
  nameOf(id: ContactId): string {
    const shard = this.#shards[shardOf(id, this.#layout.shards)]
    const slot = shard?.slotOf(id)
    return shard && slot !== undefined ? shard.row(slot).name : ''
  }

  page(query: Checked<'contacts.page'>): Page<ContactRow> {
    const matched = this.#shards.map((shard) => this.#matched(shard, query))
    const { sort: by, descending, offset, limit } = query
    return {
      total: this.#tallies.total(),
      matching: matched.reduce((sum, { count }) => sum + count, 0),
      rows: pageOf(matched, { by, descending, offset, limit }).map((row) => this.#shown(row)),
    }
  }

  #matched(shard: ShardIndex, { search, tags, consent, operation, deleted }: Checked<'contacts.page'>): Matched {
    const needle = needleOf(search)
    const [first = ''] = tags
    const hits = new Uint8Array(shard.slots)
    let count = 0
    shard.eachWith(needle === '' ? 'tags' : 'search', needle === '' ? first : needle, (slot) => {
      if (shard.isDeleted(slot) !== deleted) return
      if (tags.length > 0 && !hasTags(shard.value(slot, 'tags'), tags)) return
      if (operation !== undefined && shard.createdBy(slot) !== operation) return
      if (consent && this.consent.of(shard.value(slot, 'phones')) !== consent) return
      hits[slot] = 1
      count++
    })
    return { shard, hits, count }
  }

  #shown({ id, name, phones, tags, groups, deleted, createdAt }: Row): ContactRow {
    return {
      id,
      name,
      phone: phones.split(' ')[0] ?? '',
      tags: splitIds(tags),
      groups: splitIds(groups),
      consent: this.consent.of(phones),
      deleted,
      createdAt,
    }
  }

  async #readShards(store: Store): Promise<void> {
    for (const { doc, columns, ...rest } of await store.derived(contactPrefix(this.#layout))) {
      const place = this.#placeOf(doc)
      if (place === undefined) continue
      const kept = keptColumns(columns)
      if (!kept) {
        const rows = await store.read(doc, (m) => [...readContacts(m)].map(rowOf))
        this.#shards[place] = new ShardIndex(packRows(rows))
        continue
      }
      const shard = new ShardIndex(kept)
      this.#shards[place] = shard
      if ('touched' in rest && rest.touched.size > 0)
        for (const row of await store.read(doc, (m) => changedRows(m, rest.touched))) shard.set(row)
    }
  }

  async #readConsent(store: Store): Promise<void> {
    for (const derived of await store.derived(`s/${this.#layout.workspace}/`))
      if (!this.consent.restore(derived)) await store.read(derived.doc, (m) => this.consent.read(derived.doc, m))
  }

  #apply(touched: Touched): void {
    const { doc, map, keys } = touched
    const place = this.#placeOf(doc)
    const shard = place === undefined ? undefined : this.#shards[place]
    if (!shard) {
      if (doc.startsWith(`s/${this.#layout.workspace}/`)) this.consent.apply(touched)
      return
    }
    for (const row of changedRows(map, keys)) this.#tallies.replace(shard.set(row), row)
    if (shard.isRagged) shard.repack()
  }

  #columnsOf(doc: DocName): unknown {
    const place = this.#placeOf(doc)
    return place === undefined ? this.consent.columns(doc) : this.#shards[place]?.packed()
  }

  #placeOf(doc: DocName): number | undefined {
    const ref = parseDocName(doc)
    const { workspace, generation } = this.#layout
    return ref?.kind === 'contacts' && ref.workspace === workspace && ref.generation === generation
      ? ref.shard
      : undefined
  }
}

/** The rows of the contacts these keys belong to, as the document has them now. */
function changedRows(m: DocMap, keys: ReadonlySet<string>): Row[] {
  const ids = new Set([...keys].map((key) => key.slice(0, 16) as ContactId))
  const overlays = overlayKeysOf(m)
  return [...ids].flatMap((id) => {
    const contact = readContact(m, id, overlays)
    return contact ? [rowOf(contact)] : []
  })
}

function hasTags(run: string, tags: readonly string[]): boolean {
  return tags.every((tag) => holdsId(run, tag))
}

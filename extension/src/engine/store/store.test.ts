import { Dexie } from 'dexie'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { workDoc, type WorkspaceId } from '@parley/shared/ids'
import { openDatabase } from './db.ts'
import { Store } from './store.ts'
import { Profile, random, sessionArea } from './testing.ts'
import type { Touched, Work } from './work.ts'

const doc = workDoc('w000000000000000' as WorkspaceId)

function setting(key: string, value: unknown) {
  return (work: Work) => work.edit(doc, (m) => void m.set(key, value))
}

async function contents(store: Store): Promise<unknown> {
  return store.read(doc, (m) => m.toJSON())
}

describe('commands', () => {
  it('[SY1] a command that is repeated by its id answers the stored result and does nothing again', async () => {
    const profile = new Profile()
    const first = await profile.start()
    const count = (work: Work) =>
      work.edit(doc, (m) => {
        m.set('n', Number(m.get('n') ?? 0) + 1)
        return m.get('n')
      })
    const twice = [first.command('a', 'count', count), first.command('a', 'count', count)]
    expect(await Promise.all(twice)).toEqual([1, 1])
    await first.close()

    const second = await profile.start()
    expect(await second.command('a', 'count', count)).toBe(1)
    expect(await contents(second)).toEqual({ n: 1 })
  })

  it('[SY1] results are kept for seven days', async () => {
    const profile = new Profile()
    let now = Date.UTC(2026, 10, 1)
    const store = await profile.start({ now: () => now })
    await store.command('a', 'set', setting('k', 1))
    now += 6 * 24 * 3600_000
    await store.tidy()
    expect(await profile.database().command.count()).toBe(1)
    now += 25 * 3600_000
    await store.tidy()
    expect(await profile.database().command.count()).toBe(0)
  })

  it('commands run one after another, in the order they came', async () => {
    const store = await new Profile().start()
    const order: number[] = []
    await Promise.all(
      [1, 2, 3].map((n) =>
        store.command(`c${String(n)}`, 'wait', async (work) => {
          await work.row('kv', 'nothing')
          order.push(n)
          await setting('k', n)(work)
          order.push(n)
        }),
      ),
    )
    expect(order).toEqual([1, 1, 2, 2, 3, 3])
  })
})

describe('one transaction', () => {
  it('[SY2] a command that fails leaves no row, and its documents stand as they were stored', async () => {
    const profile = new Profile()
    const store = await profile.start()
    await store.command('a', 'set', setting('k', 'kept'))
    const failing = store.command('b', 'set', async (work) => {
      await setting('k', 'lost')(work)
      work.put('kv', { key: 'side', value: 1 })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await contents(store)).toEqual({ k: 'kept' })
    expect(await store.kv('side')).toBeUndefined()
    await store.command('c', 'set', setting('l', 'after'))
    await store.close()
    expect(await contents(await profile.start())).toEqual({ k: 'kept', l: 'after' })
  })

  it('[SY2] when the last of its writes is refused, none of the others stays', async () => {
    const profile = new Profile()
    const store = await profile.start()
    const uncloneable = store.command('a', 'set', async (work) => {
      await setting('k', 'lost')(work)
      work.put('kv', { key: 'side', value: 1 })
      return () => undefined
    })
    await expect(uncloneable).rejects.toThrow()
    expect(await profile.database().log.count()).toBe(0)
    expect(await store.kv('side')).toBeUndefined()
    expect(await contents(store)).toEqual({})
  })

  it('[SY3] nobody hears of a change before it is durable, nor of one that failed', async () => {
    const profile = new Profile()
    const store = await profile.start()
    const heard: [Touched, Promise<number>][] = []
    store.onCommit((touched) => {
      for (const each of touched) heard.push([each, profile.database().log.count()])
    })
    await expect(
      store.command('a', 'set', async (work) => {
        await setting('k', 1)(work)
        throw new Error('on purpose')
      }),
    ).rejects.toThrow()
    expect(heard).toEqual([])
    const answer = store.command('b', 'set', setting('k', 2))
    expect(await contents(store)).toEqual({ k: 2 })
    await answer
    expect(heard.map(([{ doc, keys }]) => [doc, [...keys]])).toEqual([[doc, ['k']]])
    expect(await heard[0]?.[1]).toBe(1)
  })

  it('[SY4] an engine that another has replaced cannot write any more', async () => {
    const profile = new Profile()
    const old = await profile.start()
    await old.command('a', 'set', setting('k', 1))
    const next = await profile.start()
    await expect(old.command('b', 'set', setting('k', 2))).rejects.toMatchObject({ reason: 'storage-unavailable' })
    expect(await contents(next)).toEqual({ k: 1 })
  })
})

describe('client ids', () => {
  it('[SY5] a restarted engine writes with the same id within a browser session, with another after it', async () => {
    const profile = new Profile()
    for (const key of ['a', 'b', 'c']) {
      const store = await profile.start()
      await store.command(key, 'set', setting(key, 1))
      await store.close()
    }
    expect(await writers(profile)).toBe(1)
    profile.session = sessionArea()
    const store = await profile.start()
    await store.command('d', 'set', setting('d', 1))
    expect(await writers(profile)).toBe(2)
  })

  it('[SY5] an id that another device turns out to use is renewed, and the new one kept', async () => {
    const profile = new Profile()
    const store = await profile.start()
    await store.command('a', 'set', setting('a', 1))
    const [row] = await profile.database().log.toArray()
    const theirs = new Y.Doc()
    theirs.clientID = Y.decodeUpdate(row?.update ?? new Uint8Array()).structs[0]?.id.client ?? 0
    theirs.getMap('m').set('other', 1)
    theirs.getMap('m').set('another', 1)
    await store.receive(doc, [Y.encodeStateAsUpdate(theirs)])
    await store.command('b', 'set', setting('b', 1))
    await store.close()
    const again = await profile.start()
    await again.command('c', 'set', setting('c', 1))
    expect(await writers(profile)).toBe(2)
    expect(await contents(again)).toMatchObject({ a: 1, b: 1, c: 1 })
  })

  async function writers(profile: Profile): Promise<number> {
    const rows = await profile.database().log.toArray()
    return new Set(rows.flatMap(({ update }) => Y.decodeUpdate(update).structs.map(({ id }) => id.client))).size
  }
})

describe('compaction', () => {
  it('[SY6] a compacted document opens as before, and its log is gone', async () => {
    const profile = new Profile()
    const store = await profile.start()
    for (let n = 0; n < 70; n++) await store.command(`c${String(n)}`, 'set', setting(`k${String(n % 10)}`, n))
    const before = await contents(store)
    await store.tidy()
    expect(await profile.database().log.count()).toBe(0)
    await store.command('later', 'set', setting('later', true))
    await store.close()
    expect(await contents(await profile.start())).toEqual({ ...(before as object), later: true })
  })

  it('[SY6] a row no server has acked stays in the log', async () => {
    const profile = new Profile()
    const store = await profile.start({ server: true })
    const elsewhere = new Y.Doc()
    elsewhere.getMap('m').set('theirs', 1)
    await store.command('a', 'set', setting('mine', 1))
    await store.receive(doc, [Y.encodeStateAsUpdate(elsewhere)])
    await store.compact(doc)
    const rows = await profile.database().log.toArray()
    expect(rows.map(({ keys, mine, acked }) => ({ keys, mine, acked }))).toEqual([
      { keys: ['mine'], mine: 1, acked: 0 },
    ])
    await store.close()
    expect(await contents(await profile.start())).toEqual({ mine: 1, theirs: 1 })
  })
})

describe('when the disk says no', () => {
  it('[SY7] a full disk fails the command with storage-full and keeps what was there', async () => {
    const profile = new Profile()
    const store = await profile.start()
    await store.command('a', 'set', setting('k', 'kept'))
    const full = store.command('b', 'set', async (work) => {
      await setting('k', 'lost')(work)
      throw new Dexie.QuotaExceededError()
    })
    await expect(full).rejects.toMatchObject({ name: 'StoreError', reason: 'storage-full' })
    expect(await contents(store)).toEqual({ k: 'kept' })
  })

  it('[SY7] a database that cannot be opened is told as storage-unavailable', async () => {
    const db = openDatabase('denied')
    db.on('ready', () => {
      throw new DOMException('The user denied permission to access the database.', 'UnknownError')
    })
    const opening = Store.open({ db, session: sessionArea(), random, now: Date.now })
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', reason: 'storage-unavailable' })
  })

  it('[SY7] what a newer Parley wrote asks for an update instead of being misread', async () => {
    const profile = new Profile()
    const store = await profile.start()
    await store.command('a', 'set', setting('k', 1))
    await profile.database().log.toCollection().modify({ format: 2 })
    await store.close()
    const older = await profile.start()
    await expect(contents(older)).rejects.toMatchObject({ reason: 'update-parley' })
  })
})
